import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { namesHidden } from './names-hidden.server.ts';
import { stillToTell, tellsFor } from './to-tell-scope.server.ts';
import { movedFrom, toSay, unheardInWords, type ChangeToTell, type ToSay, type Unheard } from './to-tell.ts';

/** Someone to telephone. */
export type PersonToTell = {
  id: string;
  name: string;
  phone: string | null;
  /** "Pas d'e-mail" */
  unheard: string;
  /** Nothing but the telephone reaches her. */
  pressing: boolean;
  /** "par Léa Martin, lundi 23 novembre, 7 h 40"; null: not yet. */
  told: string | null;
};

/** A session of which people are to be told, the soonest first. */
export type SessionToTell = {
  sessionId: string;
  title: string;
  relais: { slug: string; name: string };
  say: ToSay;
  people: PersonToTell[];
};

export type ToTellFilters = { sessionId?: string; relais?: string };

type Row = Omit<ChangeToTell, 'before'> & {
  id: string;
  sessionId: string;
  title: string;
  relais: string;
  slug: string;
  kind: string;
  name: string;
  phone: string | null;
  unheard: Unheard;
  before: unknown;
  toldAt: Date | null;
  toldBy: string | null;
};

const MOST = 500;

/**
 * Whom to telephone: those whom a cancelled or moved session concerns, who have no e-mail, or whose mail failed, or who
 * have not confirmed reading; those told already stay until the session begins. Two queries at most.
 *
 * @param filters of one session, or of one relais by its slug
 */
export async function toTell(
  actor: PersonActor,
  filters: ToTellFilters,
  now: Date,
  tx: Tx = db(),
): Promise<SessionToTell[]> {
  const { sessionId, relais } = filters;
  if (sessionId !== undefined && !isUuid(sessionId)) return [];
  const wanted = [
    tellsFor(actor),
    stillToTell(now),
    ...(sessionId === undefined ? [] : [Prisma.sql`s.id = ${sessionId}::uuid`]),
    ...(relais === undefined ? [] : [Prisma.sql`r.slug = ${relais}`]),
  ];
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.id, t.cause::text AS cause, t.before, t."toldAt", b."firstName" || ' ' || b."lastName" AS "toldBy",
           s.id AS "sessionId", coalesce(s.theme, a.title) AS title, a.kind::text AS kind, r.name AS relais, r.slug,
           s."startsAt", s."endsAt", s."cancelReason", st.name AS place, c.timezone AS zone,
           p."firstName" || ' ' || p."lastName" AS name, p.phone,
           CASE WHEN NOT t.mailed THEN 'NO_MAIL' WHEN ${mailFailed} THEN 'MAIL_FAILED' ELSE 'UNREAD' END AS unheard
      FROM "ToTell" t JOIN "Session" s ON s.id = t."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId" JOIN "Site" st ON st.id = s."siteId"
      JOIN "Collectivite" c ON c.id = s."collectiviteId" JOIN "Person" p ON p.id = t."personId"
      JOIN "Enrollment" e ON e.id = t."enrollmentId" LEFT JOIN "Person" b ON b.id = t."toldById"
     WHERE ${Prisma.join(wanted, ' AND ')} AND p."erasedAt" IS NULL
     ORDER BY ${nextMoment(now)}, s.id, t."toldAt" IS NOT NULL, t.mailed, p."firstName", p."lastName" LIMIT ${MOST}`;
  const confidential = rows.filter(({ kind }) => kind === 'ANALYSE').map((row) => row.sessionId);
  const hidden = await namesHidden(tx, actor, [...new Set(confidential)]);
  return bySession(
    rows.filter((row) => !hidden.has(row.sessionId)),
    now,
  );
}

/** How many people nobody has told yet, of the sessions that have not begun; for the menu and the day's page. */
export async function toTellCount(actor: PersonActor, now: Date, tx: Tx = db()): Promise<number> {
  const rows = await tx.$queryRaw<{ sessionId: string; kind: string; count: number }[]>`
    SELECT s.id AS "sessionId", a.kind::text AS kind, count(*)::int AS count
      FROM "ToTell" t JOIN "Session" s ON s.id = t."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Enrollment" e ON e.id = t."enrollmentId" JOIN "Person" p ON p.id = t."personId"
     WHERE ${tellsFor(actor)} AND ${stillToTell(now)} AND t."toldAt" IS NULL AND p."erasedAt" IS NULL
     GROUP BY s.id, a.kind`;
  const confidential = rows.filter(({ kind }) => kind === 'ANALYSE').map(({ sessionId }) => sessionId);
  const hidden = await namesHidden(tx, actor, confidential);
  return rows.reduce((sum, { sessionId, count }) => sum + (hidden.has(sessionId) ? 0 : count), 0);
}

/** The mail of the same instant to the same person was refused for good. */
const mailFailed = Prisma.sql`EXISTS (SELECT 1 FROM "OutgoingMail" m WHERE m."personId" = t."personId"
  AND m."queuedAt" = t.at AND m.state = 'FAILED' AND m.template LIKE 'session%')`;

/** When she would come: at the former hour when she has not heard, as long as it is to come. */
const nextMoment = (now: Date) => Prisma.sql`LEAST(s."startsAt",
  CASE WHEN (t.before->>'startsAt')::timestamptz > ${now}::timestamptz THEN (t.before->>'startsAt')::timestamptz END)`;

function bySession(rows: readonly Row[], now: Date): SessionToTell[] {
  const sessions = new Map<string, SessionToTell>();
  for (const row of rows) {
    const { sessionId, title, relais, slug } = row;
    const today = localDate(now, row.zone);
    const known = sessions.get(sessionId);
    const session = known ?? { sessionId, title, relais: { slug, name: relais }, say: sayOf(row, today), people: [] };
    session.people.push(personOf(row, today));
    if (!known) sessions.set(sessionId, session);
  }
  return [...sessions.values()];
}

const sayOf = (row: Row, today: string) => toSay({ ...row, before: movedFrom(row.before) }, today);

function personOf(row: Row, reference: string): PersonToTell {
  const { id, name, phone, unheard, toldAt, toldBy, zone } = row;
  const told = toldAt && `${toldBy === null ? '' : `par ${toldBy}, `}${deadline(toldAt, zone, { reference })}`;
  return { id, name, phone, unheard: unheardInWords(unheard), pressing: unheard !== 'UNREAD', told };
}
