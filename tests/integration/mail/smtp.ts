import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** 'drop' cuts the connection once the letter is there, 'cut' in its middle, 'hang' never answers. */
export type Answer = 'accept' | 'drop' | 'cut' | 'hang' | { code: number; text: string };

export interface SmtpServer {
  url: string;
  port: number;
  received: Email[];
  /** What the next letters are answered, in order; then they are accepted. */
  answers: Answer[];
  /** Refusals of the next recipients; then they are accepted. */
  recipients: { code: number; text: string }[];
  /** Where each letter received would come back, in order. */
  returnPaths: string[];
  close(): Promise<void>;
}

/** A real mail server on a port of its own, which answers as told. */
export async function startSmtp(port = 0): Promise<SmtpServer> {
  const received: Email[] = [];
  const answers: Answer[] = [];
  const recipients: SmtpServer['recipients'] = [];
  const returnPaths: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, session, done) {
      const refusal = recipients.shift();
      done(refusal && Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData(stream, session, done) {
      const from = session.envelope.mailFrom;
      returnPaths.push(from === false ? '' : from.address);
      const answer = answers.shift() ?? 'accept';
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (answer === 'cut') cutAll();
      });
      stream.on('end', () => {
        void conclude(answer, Buffer.concat(chunks), received).then((error) => {
          if (answer === 'drop') cutAll();
          else if (answer !== 'hang' && answer !== 'cut') done(error);
        });
      });
    },
  });
  const cutAll = () => server.connections.forEach((connection) => connection._socket.destroy());
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const taken = address(server.server.address()).port;
  const close = () => {
    cutAll();
    return new Promise<void>((closed) => server.close(closed));
  };
  return { url: `smtp://127.0.0.1:${taken}`, port: taken, received, answers, recipients, returnPaths, close };
}

async function conclude(answer: Answer, bytes: Buffer, received: Email[]): Promise<Error | null> {
  if (answer === 'accept') {
    received.push(await PostalMime.parse(bytes));
    return null;
  }
  if (typeof answer === 'string') return null;
  return Object.assign(new Error(answer.text), { responseCode: answer.code });
}

function address(given: string | AddressInfo | null): AddressInfo {
  if (given === null || typeof given === 'string') throw new Error('no port');
  return given;
}
