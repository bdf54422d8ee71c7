import { Prisma } from '#app/db/generated/client.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { addDays, fromLocal, wallOf } from '#app/time/local.ts';
import type { Came } from './certificate-facts.ts';

/** One date she came to. */
export type CameTo = Came & {
  personId: string;
  sessionId: string;
  activityId: string;
  relais: string;
  theme: string | null;
};

type Row = {
  personId: string;
  sessionId: string;
  activityId: string;
  title: string;
  theme: string | null;
  kind: ActivityKindName;
  relais: string;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
};

/** Which presences: of a session, an activity, or a calendar year of the wall; none named: all. */
export type CameFilter = {
  personIds: readonly string[];
  sessionId?: string;
  activityId?: string;
  year?: number;
  /** Groups of analysis: all (for who may read them), those that each wishes her record to show, or none. */
  analyse: 'ALL' | 'WISHED' | 'NONE';
};

/** What these people came to, in order; children brought by a parent are no presence of hers. One query. */
export async function cameTo(db: DbOrTx, zone: string, filter: CameFilter): Promise<CameTo[]> {
  const { personIds, sessionId, activityId, year } = filter;
  if (personIds.length === 0) return [];
  const conditions = [
    Prisma.sql`t."personId" = ANY(${[...personIds]}::uuid[]) AND t.state = 'PRESENT' AND NOT t."broughtByParent"`,
    ANALYSE[filter.analyse],
    ...(sessionId === undefined ? [] : [Prisma.sql`s.id = ${sessionId}::uuid`]),
    ...(activityId === undefined ? [] : [Prisma.sql`s."activityId" = ${activityId}::uuid`]),
    ...(year === undefined ? [] : [within(year, zone)]),
  ];
  const rows = await db.$queryRaw<Row[]>`
    SELECT t."personId", s.id AS "sessionId", a.id AS "activityId", a.title, s.theme, a.kind::text AS kind, r.name AS relais,
           s."startsAt", s."endsAt", t.minutes
      FROM "Attendance" t JOIN "Session" s ON s.id = t."sessionId" JOIN "Activity" a ON a.id = s."activityId"
      JOIN "Relais" r ON r.id = s."relaisId"
     WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY s."startsAt", s.id`;
  return rows.map(({ startsAt, endsAt, ...row }) => {
    const { date: on, time: from } = wallOf(startsAt, zone);
    return { ...row, on, from, until: wallOf(endsAt, zone).time };
  });
}

const ANALYSE: Readonly<Record<CameFilter['analyse'], Prisma.Sql>> = {
  ALL: Prisma.sql`true`,
  NONE: Prisma.sql`a.kind <> 'ANALYSE'`,
  WISHED: Prisma.sql`(a.kind <> 'ANALYSE' OR EXISTS (
    SELECT 1 FROM "Membership" m JOIN "Cohort" c ON c.id = m."cohortId"
     WHERE c."activityId" = a.id AND m."personId" = t."personId" AND m."inRecord"))`,
};

function within(year: number, zone: string): Prisma.Sql {
  const midnight = (date: string) => fromLocal({ date, time: '00:00' }, zone);
  const end = addDays(`${year}-12-31`, 1);
  return Prisma.sql`s."startsAt" >= ${midnight(`${year}-01-01`)}::timestamptz AND s."startsAt" < ${midnight(end)}::timestamptz`;
}
