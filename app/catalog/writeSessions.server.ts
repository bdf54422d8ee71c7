import type { Tx } from '#app/db/client.server.ts';
import type { Wanted } from './clashes.server.ts';
import type { NewSession } from './new-session.ts';
import type { Planning } from './planning.server.ts';
import { writeOccupations } from './writeOccupations.server.ts';

/**
 * Writes drafts with their assignments and occupations, in three statements whatever their number; their ids in order.
 *
 * @param overrides reasons of those that clash, by `${index} ${resource}`
 * @throws SQLSTATE 23P01 when something was taken since clashes were looked for
 */
export async function writeSessions(
  tx: Tx,
  planning: Planning,
  dates: readonly NewSession[],
  wanted: readonly Wanted[],
  overrides: ReadonlyMap<string, string>,
  actorId: string | null,
  now: Date,
): Promise<string[]> {
  if (dates.length === 0) return [];
  const { collectiviteId, relaisId, activityId } = planning;
  const common = { collectiviteId, relaisId, activityId, createdAt: now };
  const rows = dates.map((date) => ({
    ...common,
    id: crypto.randomUUID(),
    ...replacedBy(date),
    maxAdults: date.maxAdults === undefined ? planning.maxAdults : date.maxAdults,
    maxChildren: date.maxChildren === undefined ? planning.maxChildren : date.maxChildren,
  }));
  const ids = rows.map(({ id }) => id);
  const idOf = (index: number) => ids[index] ?? '';
  const askedBy = ({ state }: { state: string }) =>
    state === 'PROPOSED' ? { proposedAt: now, proposedById: actorId } : {};
  await tx.session.createMany({ data: rows });
  await tx.assignment.createMany({
    data: dates.flatMap((date, index) =>
      assignmentsOf(date).map((one) => ({ ...one, ...askedBy(one), collectiviteId, sessionId: idOf(index) })),
    ),
  });
  const occupied = wanted.map(({ index, resource, from, until }) => ({
    ...{ sessionId: idOf(index), resource, from, until },
    overrideReason: overrides.get(`${index} ${resource}`) ?? null,
  }));
  await writeOccupations(tx, collectiviteId, occupied, actorId);
  return ids;
}

/** What the date itself says, and what it replaces of the activity. */
function replacedBy(date: NewSession) {
  const { startsAt, endsAt, siteId, seriesId, prepMinutes, tidyMinutes, theme, audience, bring } = date;
  const { ageMinMonths, ageMaxMonths } = date;
  const own = { theme, audience, bring, ageMinMonths, ageMaxMonths };
  return { startsAt, endsAt, siteId, seriesId, prepMinutes, tidyMinutes, ...own };
}

function assignmentsOf({ animatorIds = [], intervenants = [] }: NewSession) {
  const animators = [...new Set(animatorIds)].map((personId) => ({
    personId,
    role: 'ANIMATOR' as const,
    state: 'ACCEPTED' as const,
  }));
  const speakers = intervenants.map(({ personId, state }) => ({ personId, role: 'INTERVENANT' as const, state }));
  return [...animators, ...speakers.filter(({ personId }) => !animatorIds.includes(personId))];
}
