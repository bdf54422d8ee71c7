import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { MONEY_WORDS, type MoneyState } from './bill-state.ts';
import { stateSql } from './billed.server.ts';

/** An intervenant of a session, as its desk shows him. */
export type SessionSpeaker = {
  assignmentId: string;
  personId: string;
  name: string;
  profession: string;
  standing: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  word: string | null;
  phone: string | null;
  /** Null: money is not hers to read. */
  money: { state: string; agreed: boolean } | null;
};

type Row = Omit<SessionSpeaker, 'money'> & {
  relaisId: string;
  collectiviteId: string;
  state: MoneyState;
  agreed: boolean;
};

/** The intervenants of a session of her relais, those who declined too; none elsewhere. One query. */
export async function sessionSpeakers(
  actor: PersonActor,
  sessionId: string,
  tx: DbOrTx = db(),
): Promise<SessionSpeaker[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id AS "assignmentId", l."personId", p."firstName" || ' ' || p."lastName" AS name, i.profession,
           l.state::text AS standing, l.answer AS word, p.phone, s."relaisId", s."collectiviteId", ${stateSql} AS state,
           EXISTS (SELECT 1 FROM "AssignmentTerms" t WHERE t."assignmentId" = l.id) AS agreed
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Person" p ON p.id = l."personId"
      JOIN "Intervenant" i ON i."personId" = p.id
     WHERE l."sessionId" = ${sessionId}::uuid AND l.role = 'INTERVENANT' ORDER BY p."lastName", p."firstName", p.id`;
  return rows
    .filter((row) => may(actor, 'enrollment.list', row))
    .map(({ relaisId, collectiviteId, state, agreed, ...row }) => ({
      ...row,
      money: may(actor, 'money.read', { relaisId, collectiviteId }) ? { state: MONEY_WORDS[state], agreed } : null,
    }));
}
