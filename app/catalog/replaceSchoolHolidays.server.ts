import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import type { SchoolHoliday } from '#app/time/school-holidays.ts';

export type OfficialHolidays = {
  holidays: readonly SchoolHoliday[];
  /** Where they come from: a file's name, a dataset, a decree. */
  source: string;
};

type Done = { added: number; removed: number };

/**
 * Replaces the school holidays of the years and zones the data speak of; others stay. The same data twice change
 * nothing. They serve the whole installation: only the application itself may.
 */
export async function replaceSchoolHolidays(
  actor: Actor,
  { holidays, source }: OfficialHolidays,
  tx?: Tx,
): Promise<Outcome<Done, { code: 'NOT_ALLOWED' }>> {
  if (actor.kind !== 'system') return refuse({ code: 'NOT_ALLOWED' });
  return inTransaction(tx, async (tx) => {
    const spoken = new Set(holidays.map(({ zone, year }) => `${zone} ${year}`));
    const rows = await tx.schoolHoliday.findMany();
    const known = rows.filter(({ zone, year }) => spoken.has(`${zone} ${year}`));
    const knownKeys = new Set(
      known.map((row) => keyOf({ ...row, first: isoDate(row.first), last: isoDate(row.last) })),
    );
    const wantedKeys = new Set(holidays.map(keyOf));
    const gone = known.filter(
      (row) => !wantedKeys.has(keyOf({ ...row, first: isoDate(row.first), last: isoDate(row.last) })),
    );
    const fresh = holidays.filter((holiday) => !knownKeys.has(keyOf(holiday)));
    await tx.schoolHoliday.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
    await tx.schoolHoliday.createMany({
      data: fresh.map(({ zone, year, name, first, last }) => ({
        ...{ zone, year, name, source },
        first: new Date(first),
        last: new Date(last),
      })),
    });
    return { ok: true, added: fresh.length, removed: gone.length };
  });
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
const keyOf = ({ zone, year, name, first, last }: SchoolHoliday) => [zone, year, name, first, last].join('|');
