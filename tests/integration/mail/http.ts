import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export interface HttpServer {
  url: string;
  received: Received[];
  /** What the next requests are answered, in order, then 200; 'hang' never is, 'drop' cuts the line. */
  answers: (number | 'hang' | 'drop')[];
  close(): Promise<void>;
}

/** A real server on a port of its own, which answers as told. */
export async function startHttp(): Promise<HttpServer> {
  const received: Received[] = [];
  const answers: HttpServer['answers'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
      const answer = answers.shift() ?? 200;
      if (answer === 'drop') request.socket.destroy();
      else if (answer !== 'hang') response.writeHead(answer).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    received,
    answers,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function portOf(given: string | AddressInfo | null): number {
  if (given === null || typeof given === 'string') throw new Error('no port');
  return given.port;
}
