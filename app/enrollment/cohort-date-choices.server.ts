import { takesWeek, weekNumber, type CohortWeeks } from '#app/catalog/cohort-weeks.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { cohortAccess, type CohortAccess } from './cohort-access.server.ts';

/** What the form that settles a group's dates proposes. */
export type DateChoices = {
  id: string;
  name: string;
  activities: { id: string; title: string; dates: number }[];
  /** The activity being settled; null: none chosen yet. */
  chosen: {
    id: string;
    title: string;
    series: { id: string; words: string }[];
    seriesId: string | null;
    follows: boolean;
    weeks: CohortWeeks;
    dates: { id: string; when: string; week: string; draft: boolean; ticked: boolean }[];
  } | null;
};

export type AskedDates = { activityId: string | null; seriesId: string | null; weeks: CohortWeeks | null };

const MOST = 150;

/** The activities of the relais that have dates to come, and those of the chosen one, ticked as they are or as a half-group's weeks want. */
export async function dateChoices(
  actor: Actor,
  id: string,
  asked: AskedDates,
  now: Date,
  tx: Tx = db(),
): Promise<DateChoices | null> {
  const access = await cohortAccess(tx, actor, id);
  if (!access?.plans) return null;
  const own = access.activity;
  const activities = await tx.$queryRaw<{ id: string; title: string; dates: number }[]>`
    SELECT a.id, a.title, count(*)::int AS dates FROM "Activity" a JOIN "Session" s ON s."activityId" = a.id
     WHERE a."relaisId" = ${access.relaisId}::uuid AND s.state <> 'CANCELLED' AND s."startsAt" > ${now}::timestamptz
       AND (a.kind <> 'ANALYSE' OR a.id = ${own?.id ?? null}::uuid)
     GROUP BY a.id, a.title ORDER BY a.title, a.id`;
  const wanted = asked.activityId ?? own?.id ?? null;
  const activity = activities.find((one) => one.id === wanted) ?? (own?.id === wanted ? { ...own, dates: 0 } : null);
  return {
    ...{ id: access.id, name: access.name, activities },
    chosen: activity && (await chosenActivity(tx, access, activity, asked, now)),
  };
}

async function chosenActivity(
  tx: Tx,
  { id: cohortId, zone }: CohortAccess,
  { id, title }: { id: string; title: string },
  asked: AskedDates,
  now: Date,
) {
  const follow = await tx.cohortFollow.findFirst({ where: { cohortId, activityId: id } });
  const asks = asked.seriesId !== null && isUuid(asked.seriesId) ? asked.seriesId : null;
  const seriesId = asked.weeks === null ? (asks ?? follow?.seriesId ?? null) : asks;
  const rows = await tx.$queryRaw<
    { id: string; startsAt: Date; endsAt: Date; draft: boolean; seriesId: string | null; attached: boolean | null }[]
  >`
    SELECT s.id, s."startsAt", s."endsAt", s.state = 'DRAFT' AS draft, s."seriesId", NOT k.excluded AS attached
      FROM "Session" s LEFT JOIN "CohortSession" k ON k."sessionId" = s.id AND k."cohortId" = ${cohortId}::uuid
     WHERE s."activityId" = ${id}::uuid AND s.state <> 'CANCELLED' AND s."startsAt" > ${now}::timestamptz
     ORDER BY s."startsAt", s.id LIMIT ${MOST}::int`;
  const weeks = asked.weeks ?? follow?.weeks ?? 'ALL';
  const shown = seriesId === null ? rows : rows.filter((row) => row.seriesId === seriesId);
  const untouched = rows.every(({ attached }) => attached === null);
  const reference = localDate(now, zone);
  return {
    ...{ id, title, seriesId, weeks, follows: follow !== null || untouched },
    series: seriesIn(rows, zone),
    dates: shown.map(({ id, startsAt, endsAt, draft, attached }) => {
      const date = localDate(startsAt, zone);
      const asIs = attached ?? (untouched || (follow !== null && takesWeek(weeks, date)));
      return {
        ...{ id, draft, when: capital(when(startsAt, endsAt, zone, { reference })) },
        week: `semaine ${weekNumber(date)}`,
        ticked: asked.weeks === null ? asIs : takesWeek(asked.weeks, date),
      };
    }),
  };
}

/** Several slots of a week are told apart by their first date. */
function seriesIn(rows: readonly { seriesId: string | null; startsAt: Date; endsAt: Date }[], zone: string) {
  const first = new Map<string, { startsAt: Date; endsAt: Date }>();
  for (const row of rows) if (row.seriesId !== null && !first.has(row.seriesId)) first.set(row.seriesId, row);
  if (first.size < 2) return [];
  return [...first].map(([id, { startsAt, endsAt }]) => ({ id, words: `à partir du ${when(startsAt, endsAt, zone)}` }));
}
