import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { dayPlain, list } from '#app/time/french.ts';
import { freeAmong, letThrough } from './free-needs-sql.server.ts';
import { labelOf, SUITS, URGENCIES, type Suits } from './need-words.ts';
import { named } from './name-filter-sql.server.ts';
import { planFor } from './plan-access.server.ts';
import type { PlanNeedFilters } from './plan-filters.ts';
import type { ThemeCount } from './theme-groups.ts';

export type FreeNeedLine = {
  id: string;
  name: string;
  commune: string | null;
  relais: string;
  title: string;
  words: string;
  suits: string;
  urgency: string;
  due: string | null;
};

export type PlanNeeds = {
  plan: { id: string; name: string; year: number; relais: { id: string; slug: string; name: string }[] };
  themes: ThemeCount[];
  needs: FreeNeedLine[];
  /** As the filters let through, all pages. */
  total: number;
  page: number;
  pages: number;
  communes: { id: string; name: string }[];
};

const PAGE = 60;

type Row = Omit<FreeNeedLine, 'title' | 'suits' | 'urgency' | 'due'> & {
  theme: string | null;
  suits: Suits[];
  urgency: string;
  dueOn: string | null;
  total: number;
};

/**
 * Needs of the plan's relais that no line takes up: by theme, with how many each slot suits, then a page of them as the
 * filters let through. Four queries whatever their number. Null: not this actor's plan.
 */
export async function planNeeds(
  actor: Actor,
  planId: string,
  filters: PlanNeedFilters,
  tx: Tx = db(),
): Promise<PlanNeeds | null> {
  const plan = await planFor(tx, actor, planId);
  if (!plan) return null;
  const free = freeAmong(plan.relais.map(({ id }) => id));
  const rows = await tx.$queryRaw<Row[]>(needsAmong(free, filters));
  const total = rows[0]?.total ?? 0;
  const { id, name, year, relais } = plan;
  return {
    plan: { id, name, year, relais },
    themes: (await tx.$queryRaw<ThemeRow[]>(themesAmong(free, filters))).map(themeOf),
    needs: rows.map(lineOf),
    ...{ total, page: filters.page, pages: Math.max(1, Math.ceil(total / PAGE)) },
    communes: await tx.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
      SELECT DISTINCT k.id, k.name FROM "TrainingNeed" n JOIN "Professional" w ON w."personId" = n."personId"
        JOIN "Commune" k ON k.id = w."communeId" WHERE ${free} ORDER BY k.name`),
  };
}

type ThemeRow = Omit<ThemeCount, 'slots'> & {
  saturday: number;
  weekday: number;
  evening: number;
  remote: number;
  nearby: number;
};

const suiting = (suits: Suits) =>
  Prisma.sql`count(DISTINCT n."personId") FILTER (WHERE ${suits}::"NeedSuits" = ANY(n.suits) OR n.suits = '{}')::int`;

/** Under the relais and the commune asked: the theme and the slot are what one looks for here. */
const themesAmong = (free: Prisma.Sql, { relais, commune }: PlanNeedFilters) => Prisma.sql`
  SELECT n."themeId", coalesce(t.title, 'Autres souhaits') AS title, count(DISTINCT n."personId")::int AS people,
         ${suiting('SATURDAY')} AS saturday, ${suiting('WEEKDAY')} AS weekday, ${suiting('EVENING')} AS evening,
         ${suiting('REMOTE')} AS remote, ${suiting('NEARBY')} AS nearby
    FROM "TrainingNeed" n JOIN "Relais" r ON r.id = n."relaisId" LEFT JOIN "TrainingTheme" t ON t.id = n."themeId"
    LEFT JOIN "Professional" w ON w."personId" = n."personId"
   WHERE ${free} AND ${letThrough({ ...(relais && { relais }), ...(commune && { commune }) })}
   GROUP BY n."themeId", t.title ORDER BY people DESC, title LIMIT 60`;

function themeOf({ saturday, weekday, evening, remote, nearby, ...theme }: ThemeRow): ThemeCount {
  return {
    ...theme,
    slots: { SATURDAY: saturday, WEEKDAY: weekday, EVENING: evening, REMOTE: remote, NEARBY: nearby },
  };
}

const needsAmong = (free: Prisma.Sql, filters: PlanNeedFilters) => Prisma.sql`
  SELECT n.id, p."lastName" || ' ' || p."firstName" AS name, k.name AS commune, r.name AS relais, t.title AS theme,
         n.words, n.suits::text[] AS suits, n.urgency::text AS urgency, to_char(n."dueOn", 'YYYY-MM-DD') AS "dueOn",
         (count(*) OVER ())::int AS total
    FROM "TrainingNeed" n JOIN "Person" p ON p.id = n."personId" AND p."erasedAt" IS NULL
    JOIN "Relais" r ON r.id = n."relaisId" LEFT JOIN "TrainingTheme" t ON t.id = n."themeId"
    LEFT JOIN "Professional" w ON w."personId" = p.id LEFT JOIN "Commune" k ON k.id = w."communeId"
   WHERE ${free} AND ${letThrough(filters)} AND ${named(filters.name)}
   ORDER BY n."dueOn" NULLS LAST, n.urgency DESC, p."lastName", p."firstName", n.id
   LIMIT ${PAGE} OFFSET ${(filters.page - 1) * PAGE}`;

function lineOf({ id, name, commune, relais, words, theme, suits, urgency, dueOn }: Row): FreeNeedLine {
  return {
    ...{ id, name, commune, relais },
    title: theme ?? words,
    words: theme === null || theme === words ? '' : words,
    suits: suits.length === 0 ? 'sans préférence' : list(suits.map((code) => labelOf(SUITS, code))),
    urgency: labelOf(URGENCIES, urgency),
    due: dueOn && `À renouveler avant le ${dayPlain(dueOn, { year: true })}`,
  };
}
