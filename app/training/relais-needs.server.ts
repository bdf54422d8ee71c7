import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import { dayPlain, list } from '#app/time/french.ts';
import type { NeedFilters } from './need-filters.ts';
import { labelOf, SOURCES, SUITS, URGENCIES, type Suits } from './need-words.ts';

export type ThemeLine = {
  /** null: needs in free words alone. */
  themeId: string | null;
  title: string;
  people: number;
  urgent: number;
  /** Must be renewed. */
  due: number;
  saturday: number;
  remote: number;
};

export type NeedLine = {
  id: string;
  personId: string;
  name: string;
  commune: string | null;
  relais: string;
  title: string;
  words: string;
  why: string;
  suits: string;
  urgency: string;
  source: string;
  due: string | null;
};

export type RelaisNeeds = {
  themes: ThemeLine[];
  needs: NeedLine[];
  /** More than are shown. */
  more: boolean;
  communes: { id: string; name: string }[];
  relais: { slug: string; name: string }[];
};

const MOST = 200;

type Row = Omit<NeedLine, 'suits' | 'urgency' | 'source' | 'due' | 'title'> & {
  theme: string | null;
  suits: Suits[];
  urgency: string;
  source: string;
  dueOn: Date | null;
};

/**
 * The live needs of the relais where the actor reads them: by theme, then person by person as the filters let through,
 * renewals and urgent ones first, at most 200. Four queries, whatever their number.
 */
export async function relaisNeeds(actor: Actor, filters: NeedFilters, tx: Tx = db()): Promise<RelaisNeeds | null> {
  if (actor.kind !== 'person') return null;
  const where = relaisWhere(actor, 'need.read');
  if (where.length === 0) return null;
  const mine = Prisma.sql`n."withdrawnAt" IS NULL AND n."collectiviteId" = ${actor.collectiviteId}::uuid
    AND ${where === 'all' ? Prisma.sql`true` : Prisma.sql`n."relaisId" = ANY(${[...where]}::uuid[])`}
    AND ${filters.relais === undefined ? Prisma.sql`true` : Prisma.sql`r.slug = ${filters.relais}`}`;
  const rows = await tx.$queryRaw<Row[]>`${needsAmong(mine, filters)}`;
  return {
    themes: await tx.$queryRaw<ThemeLine[]>`${themesAmong(mine)}`,
    needs: rows.slice(0, MOST).map(lineOf),
    more: rows.length > MOST,
    communes: await tx.commune.findMany({
      where: { collectiviteId: actor.collectiviteId },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    relais: await tx.relais.findMany({
      where: { collectiviteId: actor.collectiviteId, ...(where === 'all' ? {} : { id: { in: [...where] } }) },
      orderBy: { name: 'asc' },
      select: { slug: true, name: true },
    }),
  };
}

const themesAmong = (mine: Prisma.Sql) => Prisma.sql`
  SELECT n."themeId", coalesce(t.title, 'Autres souhaits') AS title, count(DISTINCT n."personId")::int AS people,
         count(*) FILTER (WHERE n.urgency = 'URGENT')::int AS urgent, count(n."dueOn")::int AS due,
         count(*) FILTER (WHERE 'SATURDAY' = ANY(n.suits))::int AS saturday,
         count(*) FILTER (WHERE 'REMOTE' = ANY(n.suits))::int AS remote
    FROM "TrainingNeed" n JOIN "Relais" r ON r.id = n."relaisId" LEFT JOIN "TrainingTheme" t ON t.id = n."themeId"
   WHERE ${mine} GROUP BY n."themeId", t.title ORDER BY people DESC, title`;

function needsAmong(mine: Prisma.Sql, { theme, commune, suits }: NeedFilters): Prisma.Sql {
  const conditions = [
    mine,
    ...(theme === 'autres' ? [Prisma.sql`n."themeId" IS NULL`] : []),
    ...(theme !== undefined && isUuid(theme) ? [Prisma.sql`n."themeId" = ${theme}::uuid`] : []),
    ...(commune !== undefined && isUuid(commune) ? [Prisma.sql`f."communeId" = ${commune}::uuid`] : []),
    ...(suits === undefined ? [] : [Prisma.sql`${suits}::"NeedSuits" = ANY(n.suits)`]),
  ];
  return Prisma.sql`
    SELECT n.id, n."personId", p."firstName" || ' ' || p."lastName" AS name, k.name AS commune, r.name AS relais,
           t.title AS theme, n.words, n.why, n.suits::text[] AS suits, n.urgency::text AS urgency,
           n.source::text AS source, n."dueOn"
      FROM "TrainingNeed" n JOIN "Person" p ON p.id = n."personId" AND p."erasedAt" IS NULL
      JOIN "Relais" r ON r.id = n."relaisId" LEFT JOIN "TrainingTheme" t ON t.id = n."themeId"
      LEFT JOIN "Professional" f ON f."personId" = p.id LEFT JOIN "Commune" k ON k.id = f."communeId"
     WHERE ${Prisma.join(conditions, ' AND ')}
     ORDER BY n."dueOn" NULLS LAST, n.urgency DESC, p."lastName", p."firstName", n.id LIMIT ${MOST + 1}`;
}

function lineOf({ theme, suits, urgency, source, dueOn, ...row }: Row): NeedLine {
  return {
    ...row,
    title: theme ?? row.words,
    words: theme === null || theme === row.words ? '' : row.words,
    suits: list(suits.map((code) => labelOf(SUITS, code))),
    urgency: labelOf(URGENCIES, urgency),
    source: labelOf(SOURCES, source),
    due: dueOn && `avant le ${dayPlain(dueOn.toISOString().slice(0, 10), { year: true })}`,
  };
}
