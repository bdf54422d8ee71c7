import { resolve } from 'node:path';
import { restore } from '#app/db/restore.mjs';
import { Refusal, say } from '../prepare.mjs';
import type { CommandContext } from '../run-command.ts';

export const migrated = false;

/** `npm run restore -- FILE`: fills an empty database from a backup, all or nothing. */
export async function run([file]: string[], { url, cwd }: CommandContext): Promise<number> {
  if (file === undefined) throw new Refusal('Donnez le nom du fichier : npm run restore -- FICHIER');
  const { tables, rows } = await restore({ url, file: resolve(cwd, file) }).catch((cause: unknown) => {
    throw new Refusal(cause instanceof Error ? cause.message : String(cause), { cause });
  });
  say(`Base restaurée depuis ${file} : ${rows} lignes de ${tables} tables.`);
  return 0;
}
