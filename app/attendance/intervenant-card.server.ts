import { db, type DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { availabilityWords } from '#app/people/availability.ts';
import { availabilityRows } from '#app/people/availabilities.server.ts';
import { mailFails } from '#app/people/mail-failures.server.ts';
import { mayWithin, relaisWhere } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { MoneyState } from './bill-state.ts';
import { stateSql } from './billed.server.ts';
import { sessionsWhere } from './intervenants.server.ts';

/** A date of an intervenant in the team's relais. */
export type CardDate = {
  assignmentId: string;
  sessionId: string;
  title: string;
  when: string;
  relais: string;
  standing: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  session: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  word: string | null;
  state: MoneyState;
  reference: string;
  /** Terms are set. */
  agreed: boolean;
  mayWrite: boolean;
};

export type IntervenantCard = {
  personId: string;
  firstName: string;
  lastName: string;
  name: string;
  profession: string;
  organisation: string | null;
  email: string | null;
  /** His address takes no mail any more. */
  mailFails: boolean;
  phone: string | null;
  /** "Libre le mardi", "Pas libre du 3 au 9 décembre" */
  availability: string[];
  coming: CardDate[];
  past: CardDate[];
  mayChange: boolean;
  mayWrite: boolean;
};

type Row = Omit<CardDate, 'when' | 'mayWrite' | 'reference'> & {
  startsAt: Date;
  endsAt: Date;
  zone: string;
  relaisId: string;
  reference: string | null;
};

/** An intervenant, with his dates in the relais whose money she reads, a year back; null: none for her. Four queries. */
export async function intervenantCard(
  actor: PersonActor,
  personId: string,
  now: Date,
  tx: DbOrTx = db(),
): Promise<IntervenantCard | null> {
  if (relaisWhere(actor, 'money.read').length === 0 || !isUuid(personId)) return null;
  const found = await tx.intervenant.findFirst({
    where: { personId, collectiviteId: actor.collectiviteId, person: { erasedAt: null } },
    select: {
      ...{ profession: true, organisation: true },
      person: { select: { firstName: true, lastName: true, email: true, phone: true } },
    },
  });
  if (!found) return null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l.id AS "assignmentId", s.id AS "sessionId", coalesce(s.theme, a.title) AS title, s."startsAt", s."endsAt",
           c.timezone AS zone, r.name AS relais, r.id AS "relaisId", l.state::text AS standing, s.state::text AS session,
           l.answer AS word, ${stateSql} AS state,
           (SELECT b.reference FROM "AssignmentBill" b WHERE b."assignmentId" = l.id AND b."undoneAt" IS NULL
               AND b.state = 'INVOICED' ORDER BY b.at DESC LIMIT 1) AS reference,
           EXISTS (SELECT 1 FROM "AssignmentTerms" t WHERE t."assignmentId" = l.id) AS agreed
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Collectivite" c ON c.id = s."collectiviteId"
     WHERE l."personId" = ${personId}::uuid AND l.role = 'INTERVENANT' AND ${sessionsWhere(actor, 'money.read')}
       AND s."startsAt" > ${now}::timestamptz - interval '366 days'
     ORDER BY s."startsAt", s.id LIMIT 400`;
  const dates = rows.map((row) => ({ ended: row.endsAt <= now, date: dateOf(actor, row, now) }));
  const { person, profession, organisation } = found;
  const today = rows[0] ? localDate(now, rows[0].zone) : now.toISOString().slice(0, 10);
  return {
    ...{ personId, profession, organisation, ...person, name: `${person.firstName} ${person.lastName}` },
    mailFails: await mailFails(tx, { personId, email: person.email }, now),
    availability: availabilityWords(await availabilityRows(tx, [personId]), today),
    coming: dates.filter(({ ended }) => !ended).map(({ date }) => date),
    past: dates
      .filter(({ ended, date }) => ended && date.standing === 'ACCEPTED')
      .map(({ date }) => date)
      .reverse(),
    mayChange: relaisWhere(actor, 'session.plan').length > 0,
    mayWrite: relaisWhere(actor, 'money.write').length > 0,
  };
}

function dateOf(actor: PersonActor, { startsAt, endsAt, zone, relaisId, reference, ...row }: Row, now: Date): CardDate {
  return {
    ...row,
    reference: reference ?? '',
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    mayWrite: mayWithin(actor, 'money.write', relaisId),
  };
}
