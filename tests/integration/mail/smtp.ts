import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** 'drop' cuts the connection while the letter is being sent. */
export type Answer = 'accept' | 'drop' | { code: number; text: string };

export interface SmtpServer {
  url: string;
  received: Email[];
  /** What the next letters are answered, in order; then they are accepted. */
  answers: Answer[];
  close(): Promise<void>;
}

/** A real mail server on a port of its own, which answers as told. */
export async function startSmtp(): Promise<SmtpServer> {
  const received: Email[] = [];
  const answers: Answer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const answer = answers.shift() ?? 'accept';
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void conclude(answer, Buffer.concat(chunks), received).then((error) => {
          if (answer === 'drop') server.connections.forEach((connection) => connection._socket.destroy());
          else done(error);
        });
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = address(server.server.address());
  const close = () => new Promise<void>((closed) => server.close(closed));
  return { url: `smtp://127.0.0.1:${port}`, received, answers, close };
}

async function conclude(answer: Answer, bytes: Buffer, received: Email[]): Promise<Error | null> {
  if (answer === 'accept') {
    received.push(await PostalMime.parse(bytes));
    return null;
  }
  if (answer === 'drop') return null;
  return Object.assign(new Error(answer.text), { responseCode: answer.code });
}

function address(given: string | AddressInfo | null): AddressInfo {
  if (given === null || typeof given === 'string') throw new Error('no port');
  return given;
}
