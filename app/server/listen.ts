import { createServer, type RequestListener, type Server } from 'node:http';
import { Refusal } from './prepare.mjs';

const GRACE_MS = 10_000;

/**
 * Listens, with delays that keep slow senders from holding connections.
 *
 * @throws Refusal one sentence, when the port or the address cannot be had
 */
export function listen(app: RequestListener, { host, port }: { host: string; port: number }): Promise<Server> {
  const server = createServer({ connectionsCheckingInterval: 5_000, maxHeaderSize: 16_384 }, app);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000; // longer than the usual proxy keeps its own
  server.maxHeadersCount = 100;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Refusal(sentence(error, host, port), { cause: error })));
    server.listen(port, host, () => resolve(server));
  });
}

/** Takes no new request, lets those under way end, ten seconds at most. */
export async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(late);
}

function sentence(error: Error, host: string, port: number): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Le port ${port} est déjà pris : arrêtez l’autre application ou donnez un autre PORT.`;
  if (code === 'EACCES') return `Le port ${port} est réservé : donnez un autre PORT, au-dessus de 1024.`;
  return `HOST=${host} ne convient pas : ${error.message}.`;
}
