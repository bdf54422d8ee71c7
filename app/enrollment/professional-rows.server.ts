import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { searchWords, type AgrementFilter, type DirectoryFilters } from '#app/people/directory-filters.ts';
import { dayOf, fileScope } from '#app/people/managed-files.server.ts';
import type { ProfessionalKindName, WorkStatusName } from '#app/people/professional-words.ts';

/** One professional of the directory; dates are `YYYY-MM-DD`. */
export type ProfessionalRow = {
  id: string;
  firstName: string;
  lastName: string;
  kind: ProfessionalKindName;
  status: WorkStatusName | null;
  email: string | null;
  phone: string | null;
  commune: string | null;
  relais: string | null;
  children: number | null;
  underThree: number | null;
  validFrom: string | null;
  validUntil: string | null;
  lastCame: string | null;
  /** of the filters, whatever the page */
  total: number;
  today: string;
};

/** A page begins after the row of id `from`; null: the first. `limit` null: all. */
export type Paging = { from: string | null; limit: number | null };

/** Those of the actor's relais whom the filters keep, in their order. One query whatever their number. */
export async function professionalRows(
  db: DbOrTx,
  actor: Actor,
  filters: DirectoryFilters,
  { from, limit }: Paging,
  now: Date,
): Promise<ProfessionalRow[]> {
  const after =
    from === null ? Prisma.sql`TRUE` : Prisma.sql`(key, id) > (SELECT key, id FROM keyed WHERE id = ${from}::uuid)`;
  return db.$queryRaw<ProfessionalRow[]>`
    WITH files AS (${filesOf(actor, now)}),
         keyed AS (SELECT *, (${keyOf(filters)}) COLLATE "C" AS key FROM files),
         shown AS (SELECT * FROM keyed WHERE ${kept(filters)})
    SELECT id, "firstName", "lastName", kind, status, email, phone, commune, relais, children, "underThree",
           "validFrom"::text AS "validFrom", "validUntil"::text AS "validUntil", "lastCame"::text AS "lastCame",
           today::text AS today, (SELECT count(*)::int FROM shown) AS total
      FROM shown WHERE ${after} ORDER BY key, id LIMIT ${limit}::int`;
}

/** Every file of the actor's relais with what stands beside it today. Presences of ANALYSE groups are nobody's business. */
function filesOf(actor: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT p.id, f.id AS "fileId", p."firstName", p."lastName", p.email, p.phone, p."searchName", f."communeId",
           f.kind::text AS kind, co.name AS commune, st.status, home.name AS relais, ag.children, ag."underThree",
           ag."validFrom", ag."validUntil", came."lastCame", ${dayOf(now)} AS today
      FROM "Professional" f
      JOIN "Person" p ON p.id = f."personId" AND p."erasedAt" IS NULL
      JOIN "Collectivite" c ON c.id = f."collectiviteId"
      LEFT JOIN "Commune" co ON co.id = f."communeId"
      LEFT JOIN LATERAL (SELECT s.status::text AS status FROM "ProfessionalStatus" s
         WHERE s."professionalId" = f.id AND s."from" <= ${dayOf(now)} ORDER BY s."from" DESC, s.id LIMIT 1) st ON true
      LEFT JOIN LATERAL (SELECT a.children, a."underThree", a."validFrom", a."validUntil" FROM "Agrement" a
         WHERE a."professionalId" = f.id AND a."validFrom" <= ${dayOf(now)}
         ORDER BY a."validFrom" DESC, a.id LIMIT 1) ag ON true
      LEFT JOIN LATERAL (SELECT r.name FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
         WHERE m."professionalId" = f.id
         ORDER BY (m.until IS NULL OR m.until >= ${dayOf(now)}) DESC, m.home DESC, m."from" DESC, r.name LIMIT 1) home ON true
      LEFT JOIN LATERAL (SELECT max((s."startsAt" AT TIME ZONE c.timezone)::date) AS "lastCame"
          FROM "Presence" pr JOIN "Session" s ON s.id = pr."sessionId" JOIN "Activity" a ON a.id = s."activityId"
         WHERE pr."personId" = p.id AND a.kind <> 'ANALYSE') came ON true
     WHERE ${fileScope(actor, 'professional.read', now)}`;
}

const NAME = Prisma.sql`plain_text("lastName" || ' ' || "firstName")`;

function keyOf({ sort = 'nom' }: DirectoryFilters): Prisma.Sql {
  if (sort === 'commune') return Prisma.sql`coalesce(plain_text(commune), '~') || ' ' || ${NAME}`;
  if (sort === 'agrement') return Prisma.sql`coalesce("validUntil"::text, '9999') || ' ' || ${NAME}`;
  if (sort === 'venue') return Prisma.sql`coalesce("lastCame"::text, '0000') || ' ' || ${NAME}`;
  return NAME;
}

function kept(filters: DirectoryFilters): Prisma.Sql {
  const { q, relais, communeId, kind, status, agrement, withoutEmail, neverCame } = filters;
  const conditions = [
    ...searchWords(q ?? '').map((word) => Prisma.sql`"searchName" LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
    ...(relais === undefined ? [] : [ofRelais(relais)]),
    ...(communeId === undefined ? [] : [Prisma.sql`"communeId" = ${communeId}::uuid`]),
    ...(kind === undefined ? [] : [Prisma.sql`kind = ${kind}`]),
    ...(status === undefined ? [Prisma.sql`status IS DISTINCT FROM 'CEASED'`] : []),
    ...(status === undefined || status === 'all' ? [] : [Prisma.sql`status = ${status}`]),
    ...(agrement === undefined ? [] : [ending(agrement)]),
    ...(withoutEmail ? [Prisma.sql`email IS NULL`] : []),
    ...(neverCame ? [Prisma.sql`"lastCame" IS NULL`] : []),
  ];
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
}

function ofRelais(slug: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "RelaisMembership" m JOIN "Relais" r ON r.id = m."relaisId"
    WHERE m."professionalId" = "fileId" AND r.slug = ${slug} AND (m.until IS NULL OR m.until >= today))`;
}

/** Candidates and nannies have none, and are not missed. */
function ending(agrement: AgrementFilter): Prisma.Sql {
  const theirs = Prisma.sql`kind = 'ASSISTANTE_MATERNELLE'`;
  return agrement === 'none'
    ? Prisma.sql`${theirs} AND children IS NULL`
    : Prisma.sql`${theirs} AND "validUntil" < today + make_interval(months => ${agrement}::int)`;
}
