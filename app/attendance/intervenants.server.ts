import { db, type DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { relaisWhere, type Permission } from '#app/people/permissions.ts';
import { dayShort } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { stateSql } from './billed.server.ts';

/** An intervenant of the directory; sessions and money are those of the relais she works in. */
export type IntervenantRow = {
  personId: string;
  name: string;
  profession: string;
  organisation: string | null;
  email: string | null;
  phone: string | null;
  /** "mar. 24 nov." */
  next: string | null;
  last: string | null;
  waiting: number;
  declined: number;
  /** Over, and nobody said that it took place. */
  toConfirm: number;
  toInvoice: number;
  toPay: number;
};

type Row = Omit<IntervenantRow, 'next' | 'last'> & { next: Date | null; last: Date | null; zone: string };

const MOST = 300;

/** The condition, on "Session" s, that it stands where she has a permission. */
export function sessionsWhere(actor: PersonActor, permission: Permission): Prisma.Sql {
  const where = relaisWhere(actor, permission);
  const hers = where === 'all' ? Prisma.sql`true` : Prisma.sql`s."relaisId" = ANY(${[...where]}::uuid[])`;
  return Prisma.sql`s."collectiviteId" = ${actor.collectiviteId}::uuid AND ${hers}`;
}

/** The intervenants of the collectivité, by name, at most three hundred; null: money is not hers to read. One query. */
export async function intervenants(
  actor: PersonActor,
  { words }: { words: string },
  now: Date,
  tx: DbOrTx = db(),
): Promise<IntervenantRow[] | null> {
  if (relaisWhere(actor, 'money.read').length === 0) return null;
  const found =
    words.trim() === ''
      ? Prisma.sql`true`
      : Prisma.sql`(p."searchName" LIKE '%' || ${folded(words)} || '%'
    OR lower(i.profession) LIKE '%' || ${words.trim().toLowerCase()} || '%')`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.id AS "personId", p."firstName" || ' ' || p."lastName" AS name, i.profession, i.organisation, p.email, p.phone,
           c.timezone AS zone, h.next, h.last, coalesce(h.waiting, 0) AS waiting, coalesce(h.declined, 0) AS declined,
           coalesce(h."toConfirm", 0) AS "toConfirm", coalesce(h."toInvoice", 0) AS "toInvoice", coalesce(h."toPay", 0) AS "toPay"
      FROM "Intervenant" i JOIN "Person" p ON p.id = i."personId" AND p."erasedAt" IS NULL
      JOIN "Collectivite" c ON c.id = p."collectiviteId"
      LEFT JOIN LATERAL (
        SELECT min(o."startsAt") FILTER (WHERE o.coming AND o.state = 'ACCEPTED') AS next,
               max(o."startsAt") FILTER (WHERE NOT o.coming AND o.state = 'ACCEPTED') AS last,
               count(*) FILTER (WHERE o.coming AND o.state = 'PROPOSED')::int AS waiting,
               count(*) FILTER (WHERE o.coming AND o.state = 'DECLINED')::int AS declined,
               count(*) FILTER (WHERE NOT o.coming AND o.state = 'ACCEPTED' AND o.money = 'PLANNED')::int AS "toConfirm",
               count(*) FILTER (WHERE o.money IN ('DONE', 'TO_INVOICE'))::int AS "toInvoice",
               count(*) FILTER (WHERE o.money = 'INVOICED')::int AS "toPay"
          FROM (SELECT s."startsAt", l.state::text AS state, s."endsAt" > ${now}::timestamptz AS coming, ${stateSql} AS money
                  FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId" AND s.state <> 'CANCELLED'
                 WHERE l."personId" = p.id AND l.role = 'INTERVENANT' AND ${sessionsWhere(actor, 'money.read')}) o) h ON true
     WHERE i."collectiviteId" = ${actor.collectiviteId}::uuid AND ${found}
     ORDER BY p."lastName", p."firstName", p.id LIMIT ${MOST}`;
  const day = (at: Date | null, zone: string) =>
    at && dayShort(localDate(at, zone), { reference: localDate(now, zone) });
  return rows.map(({ zone, next, last, ...row }) => ({ ...row, next: day(next, zone), last: day(last, zone) }));
}

/** Without accents nor capitals, as `searchName` is kept. */
const folded = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
