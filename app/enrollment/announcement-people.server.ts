import type { DbOrTx } from '#app/db/client.server.ts';
import { mayBookFrom } from './admission.ts';
import { loadApplicants } from './applicants.server.ts';
import { loadMeetings, type LoadedMeeting } from './meetings.server.ts';

/** Someone who may book sessions of an announcement, and each session with the instant from which she may. */
export type Told = {
  personId: string;
  name: string;
  email: string | null;
  phone: string | null;
  sessions: { meeting: LoadedMeeting; from: Date }[];
};

export type Announced = { collectiviteId: string; activityIds: readonly string[]; ownOnly: boolean };

/** The published sessions to come of these activities, by start. An ANALYSE is never announced (rule 8). */
export async function announcedMeetings(db: DbOrTx, announced: Announced, now: Date): Promise<LoadedMeeting[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
     WHERE a.id = ANY(${[...announced.activityIds]}::uuid[]) AND a."collectiviteId" = ${announced.collectiviteId}::uuid
       AND a.kind <> 'ANALYSE' AND s.state = 'PUBLISHED' AND s."startsAt" > ${now}::timestamptz`;
  const meetings = await loadMeetings(
    db,
    rows.map(({ id }) => id),
  );
  return meetings.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Who may book some of them, now or later, by name; as many queries as activities, and two more. */
export async function announcementPeople(db: DbOrTx, announced: Announced, now: Date): Promise<Told[]> {
  const meetings = await announcedMeetings(db, announced, now);
  if (meetings.length === 0) return [];
  const people = await db.$queryRaw<(Omit<Told, 'sessions'> & { erased: boolean })[]>`
    SELECT p.id AS "personId", p."firstName" || ' ' || p."lastName" AS name, p.email, p.phone
      FROM "Person" p JOIN "Professional" f ON f."personId" = p.id
     WHERE p."collectiviteId" = ${announced.collectiviteId}::uuid AND p."erasedAt" IS NULL
     ORDER BY p."lastName", p."firstName", p.id`;
  const told = new Map<string, Told>(
    people.map(({ personId, name, email, phone }) => [personId, { personId, name, email, phone, sessions: [] }]),
  );
  for (const own of byActivity(meetings)) {
    const [first] = own;
    const applicants = first ? await loadApplicants(db, [...told.keys()], first, now) : [];
    for (const applicant of applicants) {
      if (announced.ownOnly && applicant.tie === 'OTHER' && (applicant.guestOf ?? []).length === 0) continue;
      for (const meeting of own) {
        const from = mayBookFrom(meeting, applicant, now);
        if (from) told.get(applicant.id)?.sessions.push({ meeting, from });
      }
    }
  }
  return [...told.values()].filter(({ sessions }) => sessions.length > 0);
}

/** The title of each of these activities, by id. */
export async function activityNames(db: DbOrTx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.activity.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function byActivity(meetings: readonly LoadedMeeting[]): LoadedMeeting[][] {
  const groups = new Map<string, LoadedMeeting[]>();
  for (const meeting of meetings) groups.set(meeting.activityId, [...(groups.get(meeting.activityId) ?? []), meeting]);
  return [...groups.values()];
}
