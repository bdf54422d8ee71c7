import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { leaveRelais, type Leaving } from '#app/people/leaveRelais.server.ts';
import { managedFile } from '#app/people/managed-files.server.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { addDays, isDate } from '#app/time/iso-date.ts';
import type { UpcomingAnswer } from './upcoming-answer.ts';
import { upcomingPlaces } from './upcoming-places.server.ts';
import { withdrawPlaces } from './withdrawPlaces.server.ts';

type Refusal = { code: 'NOT_FOUND' | 'DATES_WRONG' } | { code: 'UPCOMING_UNSAID'; count: number };

/**
 * Ends her tie to a relais, and says what becomes of the places she has in its sessions after her last day: kept, or
 * withdrawn one by one with a mail each. Refuses to leave that unsaid.
 */
export async function endMembership(
  actor: Actor,
  input: Leaving & { upcoming: UpcomingAnswer | null },
  now: Date,
): Promise<Outcome<{ withdrawn: number; again: boolean }, Refusal>> {
  const { personId, relaisId, until, upcoming } = input;
  if (!isDate(until)) return refuse({ code: 'DATES_WRONG' });
  const file = await managedFile(db(), actor, 'professional.write', personId, now);
  if (!file) return refuse({ code: 'NOT_FOUND' });
  const hers = await upcomingPlaces(db(), actor, { personId, relaisId, from: addDays(until, 1) }, now);
  if (hers.length > 0 && upcoming === null) return refuse({ code: 'UPCOMING_UNSAID', count: hers.length });
  const left = await leaveRelais(actor, { personId, relaisId, until }, now);
  if (!left.ok) return left;
  const ids = upcoming === 'withdraw' ? hers.filter(({ mine }) => mine).map(({ id }) => id) : [];
  return { ok: true, again: left.again, withdrawn: await withdrawPlaces(actor, ids, now) };
}
