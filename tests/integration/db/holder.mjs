/** Holds the embedded database of the folder given, until told to close, or killed. */
import { openDatabase } from '../../../app/db/open.mjs';

const database = await openDatabase({ env: { DATA_DIR: process.argv[2] } });
process.once('message', async () => {
  await database.close();
  process.exit();
});
process.send?.(database.url);
