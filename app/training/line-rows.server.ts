import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { LIVE_FILES, READY_FILES } from './file-stage.ts';
import type { LineStage } from './line-stage.ts';
import type { Payer } from './plan-words.ts';

/** A line with what its files and sessions add up to; days are ISO. */
export type LineRow = {
  id: string;
  title: string;
  stage: LineStage;
  relaisId: string;
  relais: string;
  theme: string | null;
  organisation: string | null;
  qualiopiUntil: string | null;
  minPeople: number;
  maxPeople: number | null;
  minutes: number | null;
  costCents: number | null;
  payer: Payer | null;
  filesDueOn: string | null;
  activityId: string | null;
  people: number;
  ready: number;
  trained: number;
  first: string | null;
  last: string | null;
  halfDays: number;
};

/** The lines of a plan, or one of them: one query whatever their number, those that wait for something first. */
export async function lineRows(
  db: DbOrTx,
  { planId, lineId, zone }: { planId: string; lineId?: string; zone: string },
): Promise<LineRow[]> {
  const one = lineId === undefined ? Prisma.sql`true` : Prisma.sql`l.id = ${lineId}::uuid`;
  return db.$queryRaw<LineRow[]>(Prisma.sql`
    SELECT l.id, l.title, l.stage::text AS stage, l."relaisId", r.name AS relais, t.title AS theme, o.name AS organisation,
           to_char(o."qualiopiUntil", 'YYYY-MM-DD') AS "qualiopiUntil", l."minPeople", l."maxPeople", l.minutes,
           l."costCents", l.payer::text AS payer, to_char(l."filesDueOn", 'YYYY-MM-DD') AS "filesDueOn", l."activityId",
           f.people::int AS people, f.ready::int AS ready, f.trained::int AS trained,
           to_char(s.first AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS first,
           to_char(s.last AT TIME ZONE ${zone}, 'YYYY-MM-DD') AS last, s.count::int AS "halfDays"
      FROM "TrainingLine" l JOIN "Relais" r ON r.id = l."relaisId"
      LEFT JOIN "TrainingTheme" t ON t.id = l."themeId" LEFT JOIN "TrainingOrganisation" o ON o.id = l."organisationId"
      JOIN LATERAL (
        SELECT count(*) FILTER (WHERE f.stage::text = ANY(${[...LIVE_FILES, 'ATTENDED', 'CERTIFIED']})) AS people,
               count(*) FILTER (WHERE f.stage::text = ANY(${[...READY_FILES]})) AS ready,
               count(*) FILTER (WHERE f.stage IN ('ATTENDED', 'CERTIFIED')) AS trained
          FROM "TrainingFile" f WHERE f."lineId" = l.id) f ON true
      JOIN LATERAL (
        SELECT min(s."startsAt") AS first, max(s."startsAt") AS last, count(*) FROM "Session" s
         WHERE s."activityId" = l."activityId" AND s.state = 'PUBLISHED') s ON true
     WHERE l."planId" = ${planId}::uuid AND ${one}
     ORDER BY l.stage IN ('CLOSED', 'CANCELLED'), s.first NULLS LAST, l."filesDueOn" NULLS LAST, l."createdAt", l.id
     LIMIT 200`);
}
