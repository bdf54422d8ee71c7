import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { changeStatus, type StatusChange } from '#app/people/changeStatus.server.ts';
import { managedFile } from '#app/people/managed-files.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { isDate } from '#app/time/iso-date.ts';
import type { UpcomingAnswer } from './upcoming-answer.ts';
import { upcomingPlaces } from './upcoming-places.server.ts';
import { withdrawPlaces } from './withdrawPlaces.server.ts';

type Refusal = { code: 'NOT_FOUND' | 'DATES_WRONG' } | { code: 'UPCOMING_UNSAID'; count: number };

/**
 * Says from when she works, pauses or has stopped; when she does not work any more, also what becomes of her coming
 * places: kept, or withdrawn one by one with a mail each. Refuses to leave that unsaid.
 */
export async function changeSituation(
  actor: Actor,
  input: StatusChange & { upcoming: UpcomingAnswer | null },
  now: Date,
): Promise<Outcome<{ withdrawn: number; again: boolean }, Refusal>> {
  const { personId, from, status, upcoming } = input;
  if (!isDate(from)) return refuse({ code: 'DATES_WRONG' });
  const file = await managedFile(db(), actor, 'professional.write', personId, now);
  if (!file) return refuse({ code: 'NOT_FOUND' });
  const hers = status === 'ACTIVE' ? [] : await upcomingPlaces(db(), actor, { personId, from }, now);
  if (hers.length > 0 && upcoming === null) return refuse({ code: 'UPCOMING_UNSAID', count: hers.length });
  const changed = await changeStatus(actor, { personId, from, status }, now);
  if (!changed.ok) return changed;
  const ids = upcoming === 'withdraw' ? hers.filter(({ mine }) => mine).map(({ id }) => id) : [];
  return { ok: true, again: changed.again, withdrawn: await withdrawPlaces(actor, ids, now) };
}
