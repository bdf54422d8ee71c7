import { resolve } from 'node:path';
import { backup } from '#app/db/backup.mjs';
import { Refusal, say } from '../prepare.mjs';
import type { CommandContext } from '../run-command.ts';

export const migrated = false;

/** `npm run backup -- FILE`: the whole database in one file, which either engine restores. */
export async function run([file]: string[], { url, cwd }: CommandContext): Promise<number> {
  if (file === undefined) throw new Refusal('Donnez le nom du fichier : npm run backup -- FICHIER');
  const { tables, rows } = await backup({ url, file: resolve(cwd, file) });
  say(`Sauvegarde écrite dans ${file} : ${rows} lignes de ${tables} tables.`);
  return 0;
}
