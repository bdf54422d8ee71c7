import type { Tx } from '#app/db/client.server.ts';
import type { Rekeying } from '#app/people/rekeying.ts';

/**
 * Gives one person's lines of the sheets to another, who is the same. On a sheet where both have one, the one marked
 * present stays, else the kept file's; marks, which are never changed, keep what was said of the other.
 */
export async function rekeyAttendances(tx: Tx, { from, to }: Rekeying): Promise<{ moved: number; doubles: number }> {
  const rows = await tx.attendance.findMany({
    where: { personId: { in: [from, to] } },
    select: { id: true, sessionId: true, personId: true, state: true },
  });
  const weight = (row: (typeof rows)[number]) => (row.state === 'PRESENT' ? 2 : 0) + (row.personId === to ? 1 : 0);
  const best = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const known = best.get(row.sessionId);
    if (!known || weight(row) > weight(known)) best.set(row.sessionId, row);
  }
  const doubles = rows.filter((row) => best.get(row.sessionId)?.id !== row.id).map(({ id }) => id);
  await tx.attendance.deleteMany({ where: { id: { in: doubles } } });
  const { count } = await tx.attendance.updateMany({ where: { personId: from }, data: { personId: to } });
  return { moved: count, doubles: doubles.length };
}
