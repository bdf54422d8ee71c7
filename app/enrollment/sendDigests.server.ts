import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { takeDigests } from '#app/mail/takeDigests.server.ts';
import { when } from '#app/time/french.ts';
import { mayBookFrom } from './admission.ts';
import { loadApplicants, type Applicant } from './applicants.server.ts';
import { digestMoment, digestReaders, type DigestReader } from './digest-people.server.ts';
import { loadMeetings, type LoadedMeeting } from './meetings.server.ts';

/** Lines of one digest; the others are counted. */
const MOST_LINES = 12;
const BATCH = 100;

type Fresh = { meeting: LoadedMeeting; publishedAt: Date };

/**
 * The week's digests, from Monday 7 h local: to each who asked, what was published since the last one, that she follows
 * (her own relais when she named nothing), may book and has not booked. None when there is nothing. How many mails.
 */
export async function sendDigests(now: Date): Promise<number> {
  const byManager = new Map<string, DigestReader[]>();
  for (const reader of await digestReaders(db(), now)) {
    byManager.set(reader.collectiviteId, [...(byManager.get(reader.collectiviteId) ?? []), reader]);
  }
  let queued = 0;
  for (const readers of byManager.values()) {
    for (let from = 0; from < readers.length; from += BATCH) {
      const batch = readers.slice(from, from + BATCH);
      queued += await inTransaction(undefined, (tx) => sendThese(tx, batch, now));
    }
  }
  return queued;
}

async function sendThese(tx: Tx, readers: readonly DigestReader[], now: Date): Promise<number> {
  const [first] = readers;
  if (!first) return 0;
  const ids = readers.map(({ personId }) => personId);
  const taken = await takeDigests(tx, ids, digestMoment(now, first.zone), now);
  const hers = readers.filter(({ personId }) => taken.has(personId));
  if (hers.length === 0) return 0;
  const since = new Date(Math.min(...hers.map((reader) => reader.since.getTime())));
  const fresh = await freshSessions(tx, first.collectiviteId, since, now);
  const bookable = await bookableBy(tx, hers, fresh, now);
  const mails = hers.flatMap((reader) => mailOf(reader, bookable.get(reader.personId) ?? [], now));
  await enqueueMail(tx, mails);
  return mails.length;
}

/** Published since, to come, never an ANALYSE (rule 8); by start. */
async function freshSessions(tx: Tx, collectiviteId: string, since: Date, now: Date): Promise<Fresh[]> {
  const rows = await tx.$queryRaw<{ id: string; publishedAt: Date }[]>`
    SELECT s.id, s."publishedAt" FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
     WHERE s."collectiviteId" = ${collectiviteId}::uuid AND s.state = 'PUBLISHED' AND a.kind <> 'ANALYSE'
       AND s."startsAt" > ${now}::timestamptz AND s."publishedAt" > ${since}::timestamptz`;
  const published = new Map(rows.map(({ id, publishedAt }) => [id, publishedAt]));
  const meetings = await loadMeetings(tx, [...published.keys()]);
  return meetings
    .map((meeting) => ({ meeting, publishedAt: published.get(meeting.id) ?? now }))
    .sort((a, b) => a.meeting.startsAt.getTime() - b.meeting.startsAt.getTime());
}

/** By person, what is new to her, followed, bookable and not booked; as many queries as activities, and one more. */
async function bookableBy(tx: Tx, readers: readonly DigestReader[], fresh: readonly Fresh[], now: Date) {
  const ids = readers.map(({ personId }) => personId);
  const booked = await bookedBy(tx, ids, fresh);
  const found = new Map<string, LoadedMeeting[]>();
  const activities = [...new Set(fresh.map(({ meeting }) => meeting.activityId))];
  for (const activityId of activities) {
    const own = fresh.filter(({ meeting }) => meeting.activityId === activityId);
    const people = own[0] ? await loadApplicants(tx, ids, own[0].meeting, now) : [];
    for (const reader of readers) {
      const person = people.find(({ id }) => id === reader.personId);
      const hers = own.filter((one) => person && isForHer(reader, person, one, now));
      const open = hers.flatMap(({ meeting }) => (booked.has(`${reader.personId} ${meeting.id}`) ? [] : [meeting]));
      found.set(reader.personId, [...(found.get(reader.personId) ?? []), ...open]);
    }
  }
  return found;
}

async function bookedBy(tx: Tx, personIds: readonly string[], fresh: readonly Fresh[]): Promise<Set<string>> {
  const rows = await tx.enrollment.findMany({
    where: { personId: { in: [...personIds] }, sessionId: { in: fresh.map(({ meeting }) => meeting.id) } },
    select: { personId: true, sessionId: true },
  });
  return new Set(rows.map(({ personId, sessionId }) => `${personId} ${sessionId}`));
}

function isForHer(reader: DigestReader, person: Applicant, { meeting, publishedAt }: Fresh, now: Date): boolean {
  if (publishedAt <= reader.since || mayBookFrom(meeting, person, now) === null) return false;
  if (reader.follows.length === 0) return person.tie !== 'OTHER';
  return reader.follows.some(
    ({ kind, relaisId, siteId }) =>
      (kind ?? meeting.kind) === meeting.kind &&
      (relaisId ?? meeting.relaisId) === meeting.relaisId &&
      (siteId ?? meeting.site.id) === meeting.site.id,
  );
}

function mailOf(reader: DigestReader, meetings: readonly LoadedMeeting[], now: Date): OutgoingMailInput[] {
  if (meetings.length === 0) return [];
  const ordered = [...meetings].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const sessions = ordered.slice(0, MOST_LINES).map(({ id, title, startsAt, endsAt, zone, site, relais }) => ({
    ...{ sessionId: id, title, when: when(startsAt, endsAt, zone), place: site.name, relais: relais.name },
  }));
  const same = new Set(ordered.map(({ relaisId }) => relaisId)).size === 1;
  const relais = same ? (ordered[0]?.relais ?? null) : null;
  const more = ordered.length - sessions.length;
  const { collectiviteId, personId, email } = reader;
  return [{ template: 'new-sessions', props: { relais, sessions, more }, collectiviteId, personId, to: email, now }];
}
