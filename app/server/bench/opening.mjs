/** Opens the embedded database of `DATA_DIR`, asks it one thing, and prints the milliseconds that took. */
import pg from 'pg';
import { openDatabase } from '../../db/open.mjs';

const start = performance.now();
const { url, close } = await openDatabase();
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('SELECT 1');
console.log(performance.now() - start);
await client.end();
await close();
