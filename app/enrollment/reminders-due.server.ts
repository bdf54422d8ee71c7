import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { DEFAULT_REMINDERS, REMINDER_CHOICES, reminderDue } from '#app/mail/reminder-moments.ts';

/** What someone is to be reminded of now: her sessions of one day, once for that many days before. */
export type ReminderDue = {
  collectiviteId: string;
  personId: string;
  email: string | null;
  /** Local date of the sessions. */
  day: string;
  daysBefore: number;
  enrollmentIds: string[];
  sessionIds: string[];
};

type Row = {
  collectiviteId: string;
  personId: string;
  email: string | null;
  enrollmentId: string;
  sessionId: string;
  startsAt: Date;
  changedAt: Date;
  zone: string;
  wanted: number[] | null;
  sent: number[];
};

const DAY_MS = 86_400_000;
const FURTHEST = Math.max(...REMINDER_CHOICES) + 1;

/**
 * The reminders whose moment has come, by person and day. Confirmed places alone; not what changed since that moment,
 * of which she has just been told. One query whatever their number.
 *
 * @param among of these sessions alone
 */
export async function remindersDue(db: DbOrTx, now: Date, among?: readonly string[]): Promise<ReminderDue[]> {
  const until = new Date(now.getTime() + FURTHEST * DAY_MS);
  const rows = await db.$queryRaw<Row[]>`
    SELECT e."collectiviteId", e."personId", p.email, e.id AS "enrollmentId", s.id AS "sessionId", s."startsAt",
           e."changedAt", c.timezone AS zone, h."remindDays" AS wanted,
           ARRAY(SELECT r."daysBefore" FROM "Reminder" r WHERE r."personId" = e."personId"
                    AND r.day = (s."startsAt" AT TIME ZONE c.timezone)::date) AS sent
      FROM "Session" s JOIN "Enrollment" e ON e."sessionId" = s.id AND e.state = 'CONFIRMED'
      JOIN "Person" p ON p.id = e."personId" AND p."erasedAt" IS NULL
      JOIN "Collectivite" c ON c.id = s."collectiviteId"
      LEFT JOIN "MessageHabits" h ON h."personId" = p.id
     WHERE s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz AND s."startsAt" < ${until}::timestamptz
       ${among ? Prisma.sql`AND s.id = ANY(${[...among]}::uuid[])` : Prisma.empty}
     ORDER BY s."startsAt", e."personId"`;
  const groups = new Map<string, ReminderDue>();
  for (const row of rows) {
    const due = reminderDue(row.startsAt, row.zone, row.wanted ?? DEFAULT_REMINDERS, now);
    if (!due || row.changedAt > due.moment || row.sent.some((days) => days <= due.daysBefore)) continue;
    const { collectiviteId, personId, email } = row;
    const key = `${personId} ${due.date}`;
    const group = groups.get(key) ?? {
      ...{ collectiviteId, personId, email, day: due.date, daysBefore: due.daysBefore },
      ...{ enrollmentIds: [], sessionIds: [] },
    };
    group.enrollmentIds.push(row.enrollmentId);
    group.sessionIds.push(row.sessionId);
    groups.set(key, group);
  }
  return [...groups.values()];
}
