import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { dayLong, dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { hasAnswered, relaisPeople } from './relais-people.server.ts';

export type CampaignLine = {
  id: string;
  relais: string;
  /** "12 novembre 2026" */
  started: string;
  /** "vendredi 18 décembre 2026" */
  closes: string;
  open: boolean;
  invited: number;
  answered: number;
};

export type CampaignRelais = { id: string; name: string; people: number; mailed: number; open: boolean };

type Row = Omit<CampaignLine, 'started' | 'closes' | 'open'> & { startedAt: Date; closesOn: Date; zone: string };

const MOST = 60;

/** The campaigns of the relais where the actor reads needs, the latest first; null: she reads none. One query. */
export async function campaigns(actor: PersonActor, now: Date, tx: Tx = db()): Promise<CampaignLine[] | null> {
  const mine = relaisRead(actor);
  if (!mine) return null;
  const rows = await tx.$queryRaw<Row[]>`${campaignRows(mine)} ORDER BY c."startedAt" DESC, c.id LIMIT ${MOST}`;
  return rows.map((row) => lineOf(row, now));
}

/** Where she may start one: how many professionals, how many a mail reaches, and whether one is open. One query a page. */
export async function campaignRelais(actor: PersonActor, now: Date, tx: Tx = db()): Promise<CampaignRelais[] | null> {
  const mine = relaisRead(actor);
  if (!mine) return null;
  const day = now.toISOString().slice(0, 10);
  return tx.$queryRaw<CampaignRelais[]>`
    SELECT r.id, r.name, count(DISTINCT p.id)::int AS people,
           count(DISTINCT p.id) FILTER (WHERE p.email IS NOT NULL)::int AS mailed,
           EXISTS (SELECT 1 FROM "NeedCampaign" c WHERE c."relaisId" = r.id AND c."closesOn" >= ${day}::date) AS open
      FROM "Relais" r LEFT JOIN (${relaisPeople(Prisma.sql`m."relaisId"`, day)}) ON m."relaisId" = r.id
     WHERE ${mine} GROUP BY r.id, r.name ORDER BY r.name`;
}

export type ToAsk = { inviteId: string; personId: string; name: string; phone: string | null };

export type CampaignPage = CampaignLine & {
  relaisSlug: string;
  words: string;
  /** Its mails are not all queued yet. */
  sending: boolean;
  /** "25 novembre"; null: no reminder was asked for. */
  reminded: string | null;
  /** Without e-mail, and without an answer: to telephone. */
  toAsk: ToAsk[];
  more: boolean;
  /** Without an answer, whom a reminder would reach. */
  silent: number;
};

const MOST_TO_ASK = 200;

/** A campaign and how far it has come; null: it is not there, or not of her relais. Two queries. */
export async function campaignPage(
  actor: PersonActor,
  id: string,
  now: Date,
  tx: Tx = db(),
): Promise<CampaignPage | null> {
  const mine = relaisRead(actor);
  if (!mine || !isUuid(id)) return null;
  type Details = { words: string; sentAt: Date | null; remindedAt: Date | null; slug: string; silent: number };
  const [row] = await tx.$queryRaw<(Row & Details)[]>`${campaignRows(mine)} AND c.id = ${id}::uuid`;
  if (!row) return null;
  const toAsk = await tx.$queryRaw<ToAsk[]>`
    SELECT i.id AS "inviteId", q.id AS "personId", q."firstName" || ' ' || q."lastName" AS name, q.phone
      FROM "NeedInvite" i JOIN "NeedCampaign" c ON c.id = i."campaignId"
      JOIN "Person" q ON q.id = i."personId" AND q.email IS NULL AND q."erasedAt" IS NULL
     WHERE c.id = ${id}::uuid AND NOT ${hasAnswered}
     ORDER BY q."lastName", q."firstName", q.id LIMIT ${MOST_TO_ASK + 1}`;
  const { words, sentAt, remindedAt, slug, silent } = row;
  return {
    ...lineOf(row, now),
    ...{ words, silent, relaisSlug: slug, sending: sentAt === null },
    reminded: remindedAt && dayPlain(localDate(remindedAt, row.zone)),
    toAsk: toAsk.slice(0, MOST_TO_ASK),
    more: toAsk.length > MOST_TO_ASK,
  };
}

function campaignRows(mine: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c.id, r.name AS relais, r.slug, c."startedAt", c."closesOn", c.words, c."sentAt", c."remindedAt",
           k.timezone AS zone, counted.invited, counted.answered, counted.silent
      FROM "NeedCampaign" c JOIN "Relais" r ON r.id = c."relaisId" JOIN "Collectivite" k ON k.id = r."collectiviteId"
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS invited, count(*) FILTER (WHERE ${hasAnswered})::int AS answered,
               count(*) FILTER (WHERE NOT ${hasAnswered} AND q.email IS NOT NULL)::int AS silent
          FROM "NeedInvite" i JOIN "Person" q ON q.id = i."personId" WHERE i."campaignId" = c.id) counted ON true
     WHERE ${mine}`;
}

function lineOf({ id, relais, invited, answered, zone, startedAt, closesOn }: Row, now: Date): CampaignLine {
  const last = closesOn.toISOString().slice(0, 10);
  return {
    ...{ id, relais, invited, answered },
    started: dayPlain(localDate(startedAt, zone), { year: true }),
    closes: dayLong(last, { year: true }),
    open: last >= localDate(now, zone),
  };
}

function relaisRead(actor: PersonActor): Prisma.Sql | null {
  const where = relaisWhere(actor, 'need.read');
  if (where.length === 0) return null;
  return Prisma.sql`r."collectiviteId" = ${actor.collectiviteId}::uuid
    AND ${where === 'all' ? Prisma.sql`true` : Prisma.sql`r.id = ANY(${[...where]}::uuid[])`}`;
}
