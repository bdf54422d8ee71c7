import { parentPort, workerData } from 'node:worker_threads';

import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

import { SessionQueue } from './session-queue.mjs';

/** @type {{ dataDir: string, socketPath: string }} */
const { dataDir, socketPath } = workerData;

const database = await PGlite.create({ dataDir, extensions: { btree_gist, pg_trgm, unaccent } });
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 50 });
Reflect.set(server, 'queryQueue', new SessionQueue(database)); // the one it made mixes its clients' messages
await server.start();

parentPort?.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort?.postMessage('closed');
});
parentPort?.postMessage('ready');
