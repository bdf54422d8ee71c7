import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';
import { isDate } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/wall-clock.ts';
import type { CatalogueFilters } from './catalogue-filters.ts';
import { gridOf, monthGrid, type Month } from './month-days.ts';
import { sessionCards } from './session-cards.server.ts';
import { pickSessions } from './session-picks.server.ts';

const MOST = 1000;

/**
 * A month `YYYY-MM` of the catalogue as a grid, with school and public holidays; the current month when it is absent or
 * malformed. `du` and `au` are not applied: the month says when. Four queries.
 */
export async function month(
  actor: Actor,
  { month: wanted, filters }: { month: string | null; filters: CatalogueFilters },
  now: Date,
  tx: Tx = db(),
): Promise<Month | null> {
  const shown = await collectiviteShown(actor, { relais: filters.relais }, tx);
  if (!shown) return null;
  const today = localDate(now, shown.timezone);
  const named = /^\d{4}-\d{2}$/.test(wanted ?? '') && isDate(`${wanted}-01`) ? wanted : null;
  const month = named ?? today.slice(0, 7);
  const { first, last } = gridOf(month);
  const scope = { collectiviteId: shown.id, timezone: shown.timezone };
  const picked = pickSessions(actor, scope, { ...filters, du: first, au: last }, { now, limit: MOST });
  const cards = await sessionCards(actor, scope, picked, now, tx);
  const holidays = await tx.schoolHoliday.findMany({
    where: { zone: shown.zone, last: { gte: new Date(first) }, first: { lte: new Date(last) } },
    select: { name: true, first: true, last: true },
  });
  const schoolHolidays = holidays.map((one) => ({
    name: one.name,
    first: isoDate(one.first),
    last: isoDate(one.last),
  }));
  return monthGrid(month, cards, { territory: 'metropole', schoolHolidays, closures: [] }, today);
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
