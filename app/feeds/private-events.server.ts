import { teamSession } from '#app/catalog/team-scope.server.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Stamp } from './feed-body.ts';
import type { FeedOwner } from './feed-owners.server.ts';
import type { Holding } from './held-event.ts';
import { FEED_LIMITS, feedWindow } from './window.ts';

/** An event her feed may list, without its text. */
export type PrivateEvent = Stamp & Holding & { readonly uid: string; readonly endsAt: Date; readonly bytes: number };

/** What a proposal's or an intervenant's reading of an event may add to it. */
const MARGIN = 8;

/**
 * By start: her places; the sessions she leads or speaks at, and those proposed to her, for an intervenant under every
 * manager who knows her e-mail; if the feed lists relais, what she sees in the planning there. One query, the same
 * size of answer whatever the relais: of each half, past and to come, no more than a feed may hold.
 */
export async function privateEvents(db: DbOrTx, owner: FeedOwner, now: Date): Promise<PrivateEvent[]> {
  const { from, until } = feedWindow(now, owner.zone);
  return db.$queryRaw<PrivateEvent[]>`
    WITH held AS (${assignmentsSql(owner)}), listed AS (
      SELECT e.uid, e."startsAt", false AS speaks, false AS proposed FROM "CalendarEvent" e
       WHERE e."personId" = ${owner.actor.personId}::uuid AND ${listable(from, until, now)}
      UNION ALL
      SELECT e.uid, e."startsAt", h.speaks, h.proposed FROM held h
        JOIN "CalendarEvent" e ON e."sessionId" = h."sessionId" AND e.team
       WHERE ${listable(from, until, now)} AND NOT (h.proposed AND e.cancelled)
      ${owner.scope === 'RELAIS' ? relaisSql(owner, listable(from, until, now)) : Prisma.empty}),
    fitting AS (
      (SELECT * FROM listed WHERE "startsAt" >= ${now}::timestamptz ORDER BY "startsAt", uid LIMIT ${FEED_LIMITS.events})
      UNION ALL
      (SELECT * FROM listed WHERE "startsAt" < ${now}::timestamptz ORDER BY "startsAt" DESC, uid DESC
        LIMIT ${FEED_LIMITS.events}))
    SELECT e.uid, e."sessionId", e."endsAt", e.hash, e.sequence, e."modifiedAt", octet_length(e.text) + ${MARGIN} AS bytes,
           f.speaks, f.proposed
      FROM fitting f JOIN "CalendarEvent" e ON e.uid = f.uid ORDER BY e."startsAt", e.uid`;
}

/** The texts of these events, with the stamps they have by now; an event that is gone is left out. */
export async function eventTexts(db: DbOrTx, uids: readonly string[]): Promise<Map<string, Stamp & { text: string }>> {
  const rows = await db.$queryRaw<(Stamp & { uid: string; text: string })[]>`
    SELECT uid, hash, sequence, "modifiedAt", text FROM "CalendarEvent" WHERE uid = ANY(${[...uids]}::text[])`;
  return new Map(rows.map((row) => [row.uid, row]));
}

const listable = (from: Date, until: Date, now: Date) => Prisma.sql`
  e."startsAt" >= ${from}::timestamptz AND e."startsAt" < ${until}::timestamptz
  AND (NOT e.cancelled OR e."endsAt" > ${now}::timestamptz)`;

/** An e-mail is one person's: what other managers ask of the intervenant who has it is hers too. */
function assignmentsSql({ actor: { personId, intervenantId } }: FeedOwner): Prisma.Sql {
  const elsewhere =
    intervenantId === null
      ? Prisma.empty
      : Prisma.sql`OR a.role = 'INTERVENANT' AND a."personId" IN (
          SELECT q.id FROM "Person" p JOIN "Person" q ON q.email = p.email AND q."erasedAt" IS NULL
            JOIN "Intervenant" i ON i."personId" = q.id WHERE p.id = ${personId}::uuid)`;
  return Prisma.sql`
    SELECT a."sessionId", bool_or(a.role = 'INTERVENANT') AS speaks, bool_and(a.state = 'PROPOSED') AS proposed
      FROM "Assignment" a WHERE a.state <> 'DECLINED' AND (a."personId" = ${personId}::uuid ${elsewhere})
     GROUP BY a."sessionId"`;
}

function relaisSql({ actor }: FeedOwner, isListable: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UNION ALL
    SELECT e.uid, e."startsAt", false, false FROM "CalendarEvent" e
      JOIN "Session" s ON s.id = e."sessionId" JOIN "Activity" a ON a.id = s."activityId"
     WHERE e.team AND NOT e.public AND e."collectiviteId" = ${actor.collectiviteId}::uuid AND ${isListable}
       AND ${teamSession(actor)} AND NOT EXISTS (SELECT FROM held h WHERE h."sessionId" = s.id)`;
}
