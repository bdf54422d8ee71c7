import { db, type Tx } from '#app/db/client.server.ts';
import { pastPlaces } from '#app/enrollment/past-places.server.ts';
import { upcomingPlaces, type UpcomingPlace } from '#app/enrollment/upcoming-places.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedFile } from '#app/people/managed-files.server.ts';
import { professionalFile, type ProfessionalFile } from '#app/people/professional-file.server.ts';

export type MergedSide = { file: ProfessionalFile; upcoming: UpcomingPlace[]; presences: number };

/** Two files side by side; `shared`: sessions where both have a place, of which one will stay. */
export type MergePreview = { sides: [MergedSide, MergedSide]; shared: string[] };

/** What a merge would put together; null: one of the two is not there, or not for this actor to change. */
export async function mergePreview(
  actor: Actor,
  ids: readonly [string, string],
  now: Date,
  tx: Tx = db(),
): Promise<MergePreview | null> {
  const [a, b] = [await sideOf(tx, actor, ids[0], now), await sideOf(tx, actor, ids[1], now)];
  if (!a || !b || ids[0] === ids[1]) return null;
  const hers = new Set(b.upcoming.map(({ sessionId }) => sessionId));
  const shared = a.upcoming.filter(({ sessionId }) => hers.has(sessionId));
  return { sides: [a, b], shared: shared.map(({ title, when }) => `${title}, ${when}`) };
}

async function sideOf(tx: Tx, actor: Actor, personId: string, now: Date): Promise<MergedSide | null> {
  if (!(await managedFile(tx, actor, 'professional.write', personId, now))) return null;
  const file = await professionalFile(actor, personId, now, tx);
  if (!file) return null;
  const upcoming = await upcomingPlaces(tx, actor, { personId }, now);
  return { file, upcoming, presences: (await pastPlaces(tx, personId, now)).presences };
}
