import type { Tx } from '#app/db/client.server.ts';

/**
 * Says anew of each confirmed place of these moved sessions whether it overlaps another of the same person (a move keeps
 * both, rule 2), in the caller's transaction. By enrolment: the title of the other one.
 */
export async function flagOverlaps(tx: Tx, sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (sessionIds.length === 0) return new Map();
  const overlaps = await tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT DISTINCT ON (e.id) e.id, CASE WHEN a.kind = 'ANALYSE' THEN 'un engagement personnel' ELSE coalesce(o.theme, a.title) END AS title
      FROM "Enrollment" e JOIN "Session" s ON s.id = e."sessionId"
      JOIN "Enrollment" other ON other."personId" = e."personId" AND other.state = 'CONFIRMED' AND other.id <> e.id
      JOIN "Session" o ON o.id = other."sessionId" AND o."startsAt" < s."endsAt" AND o."endsAt" > s."startsAt"
      JOIN "Activity" a ON a.id = o."activityId"
     WHERE s.id = ANY(${[...sessionIds]}::uuid[]) AND e.state = 'CONFIRMED'
     ORDER BY e.id, o."startsAt"`;
  const ids = overlaps.map(({ id }) => id);
  const among = { sessionId: { in: [...sessionIds] }, state: 'CONFIRMED' as const };
  await tx.enrollment.updateMany({
    where: { ...among, id: { in: ids }, overlapFlagged: false },
    data: { overlapFlagged: true },
  });
  await tx.enrollment.updateMany({
    where: { ...among, id: { notIn: ids }, overlapFlagged: true },
    data: { overlapFlagged: false },
  });
  return new Map(overlaps.map(({ id, title }) => [id, title]));
}
