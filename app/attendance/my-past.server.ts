import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { ownIntervenants } from '#app/people/own-intervenants.server.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { MoneyState } from './bill-state.ts';
import { stateSql } from './billed.server.ts';

/** A session that is over, as the intervenant who came sees it. */
export type PastIntervention = {
  assignmentId: string;
  sessionId: string;
  title: string;
  when: string;
  relais: string;
  /** Who employs him there, when several do. */
  collectivite: string | null;
  state: MoneyState;
};

type Row = Omit<PastIntervention, 'when' | 'collectivite'> & {
  startsAt: Date;
  endsAt: Date;
  zone: string;
  collectivite: string;
};

const DAYS = 100;

/** His sessions of the last hundred days, of every manager, the latest first. Two queries. */
export async function myPast(actor: Actor, now: Date, tx: DbOrTx = db()): Promise<PastIntervention[]> {
  const own = await ownIntervenants(actor, tx);
  if (own.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id AS "assignmentId", s.id AS "sessionId", coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt",
           r.name AS relais, c.name AS collectivite, c.timezone AS zone, ${stateSql} AS state
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" AND s.state = 'PUBLISHED'
      JOIN "Activity" a ON a.id = s."activityId" JOIN "Relais" r ON r.id = s."relaisId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE l."personId" = ANY(${own.map(({ personId }) => personId)}::uuid[]) AND l.role = 'INTERVENANT'
       AND l.state = 'ACCEPTED' AND s."endsAt" <= ${now}::timestamptz
       AND s."endsAt" > ${now}::timestamptz - make_interval(days => ${DAYS}::int)
     ORDER BY s."startsAt" DESC, s.id LIMIT 60`;
  return rows.map(({ startsAt, endsAt, zone, collectivite, ...row }) => ({
    ...row,
    collectivite: own.length > 1 ? collectivite : null,
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
  }));
}
