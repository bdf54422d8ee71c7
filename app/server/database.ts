import { connect, disconnect } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.mjs';
import { type OpenDatabase, openDatabase } from '#app/db/open.mjs';
import type { Env, Settings } from './environment.ts';
import { Refusal } from './prepare.mjs';

export interface Wanted {
  /** use the engine of an application that runs beside */
  readonly reuse: boolean;
  /** bring it to the state of the sources first */
  readonly migrated: boolean;
}

/**
 * Opens the configured database and connects the process's client to it. `close` undoes all.
 *
 * @throws Refusal one sentence, when it is held by another process, does not answer, or cannot be migrated
 */
export async function openConfigured(env: Env, { dataDir }: Settings, wanted: Wanted): Promise<OpenDatabase> {
  const database = await openDatabase({ env: { ...env, DATA_DIR: dataDir }, reuse: wanted.reuse }).catch(refuse);
  const close = async () => {
    await disconnect();
    await database.close();
  };
  try {
    if (wanted.migrated) await migrate({ url: database.directUrl });
    connect(database);
    return { ...database, close };
  } catch (error) {
    await close();
    return refuse(error);
  }
}

function refuse(cause: unknown): never {
  const code: unknown = Reflect.get(Object(cause), 'code');
  const message = cause instanceof Error ? cause.message : String(cause);
  if (typeof code !== 'string') throw new Refusal(message, { cause });
  throw new Refusal(`DATABASE_URL : la base ne répond pas ou refuse (${code}${message ? `, ${message}` : ''}).`, {
    cause,
  });
}
