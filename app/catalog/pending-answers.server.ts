import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { inRelais } from './team-scope.server.ts';

/** A date that an intervenant has not answered, or has declined. */
export type PendingAnswer = {
  sessionId: string;
  title: string;
  when: string;
  name: string;
  declined: boolean;
  word: string | null;
  /** How many more of the same, later. */
  others: number;
};

type Row = Omit<PendingAnswer, 'when'> & { startsAt: Date; endsAt: Date; zone: string };

const MOST = 12;

/** Where she plans, sessions to come: those declined first, one line an intervenant and an activity. One query. */
export async function pendingAnswers(actor: PersonActor, now: Date, tx: DbOrTx = db()): Promise<PendingAnswer[]> {
  if (!maySomewhere(actor, 'session.plan')) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (declined, a.id, l."personId") s.id AS "sessionId", a.title, s."startsAt", s."endsAt",
           c.timezone AS zone, p."firstName" || ' ' || p."lastName" AS name, l.state = 'DECLINED' AS declined, l.answer AS word,
           count(*) OVER (PARTITION BY l.state, a.id, l."personId")::int - 1 AS others
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId" JOIN "Person" p ON p.id = l."personId"
     WHERE s."collectiviteId" = ${actor.collectiviteId}::uuid AND ${inRelais(actor, 'session.plan')}
       AND s.state <> 'CANCELLED' AND s."startsAt" > ${now}::timestamptz
       AND l.role = 'INTERVENANT' AND l.state IN ('PROPOSED', 'DECLINED')
     ORDER BY declined DESC, a.id, l."personId", s."startsAt", s.id`;
  return rows
    .toSorted((a, b) => Number(b.declined) - Number(a.declined) || a.startsAt.getTime() - b.startsAt.getTime())
    .slice(0, MOST)
    .map(({ startsAt, endsAt, zone, ...row }) => ({
      ...row,
      when: when(startsAt, endsAt, zone, { reference: localDate(now, zone) }),
    }));
}
