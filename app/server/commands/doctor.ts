import { findings } from '../invariants.server.ts';
import { say } from '../prepare.mjs';

export const migrated = false;

/** `npm run doctor`: every invariant that data can show; 1 with one line a finding. */
export async function run(): Promise<number> {
  const { checked, found } = await findings();
  for (const { check, line } of found) say(`✗ ${check} : ${line}`);
  if (found.length === 0) say(`La base est saine : ${checked} vérifications.`);
  else say(`${found.length} anomalie(s) sur ${checked} vérifications.`);
  return found.length === 0 ? 0 : 1;
}
