import type { DbOrTx } from '#app/db/client.server.ts';
import { closedDaysOf } from '#app/people/closure.ts';
import { awayInstants } from '#app/time/away-instants.ts';
import { localDate } from '#app/time/local.ts';

/** Of these people, those who are away at some moment of a session; why is never read. One query. */
export async function awayAt(
  db: DbOrTx,
  personIds: readonly string[],
  { startsAt, endsAt, zone }: { startsAt: Date; endsAt: Date; zone: string },
): Promise<Set<string>> {
  const window = { first: localDate(startsAt, zone), last: localDate(endsAt, zone) };
  const rows = await db.closure.findMany({
    where: {
      ...{ personId: { in: [...personIds] }, first: { lte: new Date(window.last) } },
      OR: [{ yearly: true }, { last: { gte: new Date(window.first) } }],
    },
    select: { personId: true, first: true, last: true, part: true, yearly: true },
  });
  const away = rows.filter((row) =>
    awayInstants(closedDaysOf(row), window, zone).some(({ from, until }) => from < endsAt && startsAt < until),
  );
  return new Set(away.flatMap(({ personId }) => personId ?? []));
}
