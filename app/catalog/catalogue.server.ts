import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { collectiviteShown } from '#app/people/collectivite-shown.server.ts';
import { localDate } from '#app/time/wall-clock.ts';
import type { CatalogueFilters } from './catalogue-filters.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { byDay, type CardDay } from './session-card.ts';
import { sessionCards } from './session-cards.server.ts';
import { pickSessions } from './session-picks.server.ts';

/** An ANALYSE group that looks for members: neither dates, nor place, nor theme (rule 8). */
export type GroupCall = { activityId: string; title: string; relais: { slug: string; name: string } };

export type Catalogue = {
  days: CardDay[];
  /** How many sessions are on this page. */
  count: number;
  /** Cursor of the next page; null: this is the last. */
  next: string | null;
  calls: GroupCall[];
};

const PAGE = 30;

/** A page of the catalogue for whoever reads it: coming sessions by day, marked with what is hers; four queries. */
export async function catalogue(
  actor: Actor,
  filters: CatalogueFilters,
  now: Date,
  { cursor = null, size = PAGE }: { cursor?: string | null; size?: number } = {},
  tx: Tx = db(),
): Promise<Catalogue> {
  const shown = await collectiviteShown(actor, { relais: filters.relais }, tx);
  if (!shown) return { days: [], count: 0, next: null, calls: [] };
  const scope = { collectiviteId: shown.id, timezone: shown.timezone };
  const after = readCursor(cursor);
  const picked = pickSessions(actor, scope, filters, { now, after, limit: size + 1 });
  const cards = await sessionCards(actor, scope, picked, now, tx);
  const page = cards.slice(0, size);
  const last = page.at(-1);
  return {
    days: byDay(page, localDate(now, shown.timezone)),
    count: page.length,
    next: cards.length > size && last ? writeCursor(last) : null,
    calls: after ? [] : await groupCalls(scope.collectiviteId, filters, now, tx),
  };
}

/** Groups whose cycle has a session to come. Filters on dates or places would betray them: they are not applied. */
async function groupCalls(
  collectiviteId: string,
  { relais, kinds, mes, q }: CatalogueFilters,
  now: Date,
  tx: Tx,
): Promise<GroupCall[]> {
  if (mes || q !== undefined || (kinds && !kinds.includes('ANALYSE'))) return [];
  const rows = await tx.$queryRaw<{ activityId: string; title: string; slug: string; name: string }[]>`
    SELECT a.id AS "activityId", a.title, r.slug, r.name FROM "Activity" a JOIN "Relais" r ON r.id = a."relaisId"
     WHERE a."collectiviteId" = ${collectiviteId}::uuid AND a.kind = 'ANALYSE' AND a.state = 'PUBLISHED'
       AND (${relais ?? null}::text IS NULL OR r.slug = ${relais ?? null})
       AND EXISTS (SELECT 1 FROM "Session" s
                    WHERE s."activityId" = a.id AND s.state = 'PUBLISHED' AND s."endsAt" > ${now}::timestamptz)
     ORDER BY a.title, a.id LIMIT 20`;
  return rows.map(({ activityId, title, slug, name }) => ({ activityId, title, relais: { slug, name } }));
}
