import type { Tx } from '#app/db/client.server.ts';
import type { LoadedMeeting } from '#app/enrollment/meetings.server.ts';
import { recordPresence } from '#app/enrollment/recordPresence.server.ts';
import type { Frozen } from './frozen.server.ts';
import type { Held } from './holdings.server.ts';
import type { PartyValue, PresentChild, Subject, TallyValue } from './mark.ts';
import type { Merged } from './merge.ts';

/** A mark to keep. */
export type MarkRow = Merged & {
  id: string;
  subjectId: string;
  value: PartyValue | TallyValue;
  base: number;
  byId: string | null;
};

/** What a line shows from now on. */
export type Shown = Held & {
  byId: string | null;
  subject: Subject;
  value: PartyValue | TallyValue;
  frozen: Frozen;
  isNew: boolean;
};

export type Decided = { rows: readonly MarkRow[]; shown: readonly Shown[] };

/** Keeps marks, and makes the sheet show what they say; enrolment is told who came. */
export async function writeMarks(tx: Tx, meeting: LoadedMeeting, { rows, shown }: Decided, now: Date): Promise<void> {
  const { id: sessionId, collectiviteId } = meeting;
  await tx.attendanceMark.createMany({
    data: rows.map(({ conflict, markedAt, value, ...row }) => ({
      ...row,
      ...{ collectiviteId, sessionId, receivedAt: now, value: plain(value) },
      markedAt: new Date(markedAt),
      // Nobody has to settle what is no conflict.
      settledAt: row.outcome === 'SET_ASIDE' && !conflict ? now : null,
    })),
  });
  const parties: Party[] = [];
  for (const one of shown) {
    if ('adults' in one.value) await writeTally(tx, meeting, one, one.value);
    else parties.push({ ...one, value: one.value });
  }
  await writeParties(tx, meeting, parties);
}

type Party = Shown & { value: PartyValue };

async function writeParties(tx: Tx, meeting: LoadedMeeting, parties: readonly Party[]): Promise<void> {
  if (parties.length === 0) return;
  const { id: sessionId, collectiviteId } = meeting;
  const personIds = parties.flatMap(({ subject }) => (subject.type === 'person' ? [subject.personId] : []));
  const placed = await tx.enrollment.findMany({
    where: { sessionId, personId: { in: personIds }, state: 'CONFIRMED' },
    select: { personId: true },
  });
  const expected = new Set(placed.map(({ personId }) => personId));
  const fresh = parties.filter(({ isNew }) => isNew);
  await tx.attendance.createMany({ data: fresh.map((party) => newRow(meeting, party, expected)) });
  for (const party of parties) if (!party.isNew) await correctRow(tx, meeting, party);
  const attendanceIds = parties.map(({ rowId }) => rowId);
  await tx.attendedChild.deleteMany({ where: { attendanceId: { in: attendanceIds } } });
  const labels = await labelsOf(tx, parties);
  await tx.attendedChild.createMany({
    data: parties.flatMap(({ rowId: attendanceId, subject, value }) =>
      value.children.map(({ childId, fromMonths, untilMonths }) => ({
        ...{ collectiviteId, attendanceId, fromMonths, untilMonths },
        childId: isHers(labels, subject, childId) ? childId : null,
      })),
    ),
  });
  for (const { subject, value } of parties) {
    if (subject.type !== 'person') continue;
    // Her children came with their parent: she did not.
    const came = value.state === 'PRESENT' && !value.byParent;
    await recordPresence(tx, { sessionId, personId: subject.personId, collectiviteId, came }, meeting.startsAt);
  }
}

function newRow(meeting: LoadedMeeting, party: Party, expected: ReadonlySet<string>) {
  const { id: sessionId, collectiviteId, relaisId: hostRelaisId } = meeting;
  const { rowId: id, subject, frozen, value } = party;
  const personId = subject.type === 'person' ? subject.personId : null;
  const walkIn = personId === null || !expected.has(personId);
  const place = { id, collectiviteId, sessionId, personId, hostRelaisId, walkIn };
  return { ...place, ...saidOf(meeting, party), ...frozen, label: value.guest?.label || null };
}

/** What was frozen of a person stays; of a walk-in without a file, it is what the sheet says of her. */
async function correctRow(tx: Tx, meeting: LoadedMeeting, party: Party): Promise<void> {
  const { rowId: id, subject, frozen, value } = party;
  const told = subject.type === 'guest' ? { ...frozen, label: value.guest?.label || null } : {};
  await tx.attendance.update({ where: { id }, data: { ...saidOf(meeting, party), ...told }, select: { id: true } });
}

function saidOf(meeting: LoadedMeeting, { value, markId, version, markedAt, byId }: Party) {
  const { state, late: arrivedLate, byParent: broughtByParent } = value;
  const minutes = state === 'PRESENT' && !broughtByParent ? minutesOf(meeting) : 0;
  const mark = { markId, version, markedAt: new Date(markedAt), markedById: byId };
  return { ...mark, state, arrivedLate, broughtByParent, minutes };
}

const minutesOf = ({ startsAt, endsAt }: LoadedMeeting) => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

async function writeTally(tx: Tx, meeting: LoadedMeeting, shown: Shown, value: TallyValue): Promise<void> {
  const { markId, version, markedAt, byId: markedById } = shown;
  const { id: sessionId, collectiviteId, relaisId: hostRelaisId } = meeting;
  const children = value.children.map((one) => ({ ...one }));
  const said = { adults: value.adults, children, markId, version, markedAt: new Date(markedAt), markedById };
  const create = { sessionId, collectiviteId, hostRelaisId, ...said };
  await tx.tally.upsert({ where: { sessionId }, create, update: said, select: { sessionId: true } });
}

/** The labels named by these values, with whose each is. */
async function labelsOf(tx: Tx, parties: readonly Party[]): Promise<Map<string, string>> {
  const ids = parties.flatMap(({ value }) => value.children.flatMap(({ childId }) => childId ?? []));
  if (ids.length === 0) return new Map();
  const rows = await tx.child.findMany({ where: { id: { in: ids } }, select: { id: true, personId: true } });
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

function isHers(labels: ReadonlyMap<string, string>, subject: Subject, childId: PresentChild['childId']): boolean {
  return childId !== null && subject.type === 'person' && labels.get(childId) === subject.personId;
}

/** As JSON keeps it. */
function plain(value: PartyValue | TallyValue) {
  if ('adults' in value) return { adults: value.adults, children: value.children.map((one) => ({ ...one })) };
  const { guest, children, ...rest } = value;
  const kept = { ...rest, children: children.map((one) => ({ ...one })) };
  return guest ? { ...kept, guest: { ...guest } } : kept;
}
