import type { Tx } from '#app/db/client.server.ts';
import { LIVE_STATES } from '#app/enrollment/state.ts';
import { capital, deadline } from '#app/time/french.ts';
import { readParty, readTally } from './mark.schema.server.ts';
import { imprint, type AttendeeKindName, type PartyValue, type TallyValue } from './mark.ts';
import type { Listed, ShownRow, ToldMark } from './sheet-lines.ts';
import { attendeeWords } from './words.ts';

const PERSON = {
  select: {
    firstName: true,
    lastName: true,
    phone: true,
    professional: { select: { kind: true, commune: { select: { name: true } } } },
    participant: { select: { kind: true } },
  },
} as const;

type PersonRow = {
  firstName: string;
  lastName: string;
  phone: string | null;
  professional: { kind: AttendeeKindName; commune: { name: string } | null } | null;
  participant: { kind: AttendeeKindName } | null;
};

const nameOf = ({ firstName, lastName }: PersonRow) => `${firstName} ${lastName}`;

/** "assistante maternelle, Camon" */
export function detailOf({ professional, participant }: Pick<PersonRow, 'professional' | 'participant'>): string {
  const kind = professional?.kind ?? participant?.kind;
  const parts = [kind ? attendeeWords(kind) : '', professional?.commune?.name ?? ''];
  return capital(parts.filter(Boolean).join(', '));
}

const WHY: Readonly<Record<string, string>> = {
  REQUESTED: 'Demande à confirmer',
  WAITING: 'Sur la liste d’attente',
  OFFERED: 'Place proposée, sans réponse',
  WITHDRAWN: 'S’est désistée après la clôture',
};

export type Enrolled = Listed & { personId: string };

/** Those who have a place, and those who may turn up all the same: waiting, asking, withdrawn late. By name. */
export async function enrolledOf(tx: Tx, sessionId: string): Promise<Enrolled[]> {
  const rows = await tx.enrollment.findMany({
    where: { sessionId, OR: [{ state: { in: [...LIVE_STATES] } }, { state: 'WITHDRAWN', late: true }] },
    orderBy: { arrival: 'asc' },
    select: {
      personId: true,
      state: true,
      person: PERSON,
      children: {
        orderBy: { fromMonths: 'asc' },
        select: { childId: true, fromMonths: true, untilMonths: true, child: { select: { label: true } } },
      },
    },
  });
  const live = new Set(rows.flatMap(({ state, personId }) => (state === 'WITHDRAWN' ? [] : [personId])));
  const kept = rows.filter(({ state, personId }) => state !== 'WITHDRAWN' || !live.has(personId));
  return kept.map(({ personId, state, person, children }) => ({
    personId,
    attendanceId: null,
    group: state === 'CONFIRMED' ? 'EXPECTED' : 'WAITING',
    name: nameOf(person),
    detail: state === 'CONFIRMED' ? detailOf(person) : (WHY[state] ?? ''),
    phone: person.phone,
    booked: children.map(({ childId, fromMonths, untilMonths }) => ({ childId, fromMonths, untilMonths })),
    labels: children.flatMap(({ childId, child, fromMonths, untilMonths }) =>
      childId && child ? [{ childId, label: child.label, fromMonths, untilMonths }] : [],
    ),
  }));
}

export type AttendanceRow = ShownRow & { listed: Listed };

/** What is marked, party by party. */
export async function attendancesOf(tx: Tx, sessionId: string): Promise<AttendanceRow[]> {
  const rows = await tx.attendance.findMany({
    where: { sessionId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      personId: true,
      kind: true,
      label: true,
      communeName: true,
      markId: true,
      version: true,
      markedAt: true,
      person: PERSON,
      children: {
        select: { childId: true, fromMonths: true, untilMonths: true, child: { select: { label: true } } },
      },
    },
  });
  return rows.map(({ id, personId, person, kind, label, communeName, markId, version, markedAt, children }) => ({
    ...{ markId, version, markedAt: markedAt.getTime() },
    listed: {
      ...{ personId, attendanceId: id, group: 'WALK_IN', phone: person?.phone ?? null, booked: [] },
      name: person ? nameOf(person) : (label ?? 'Sans nom'),
      detail: person ? detailOf(person) : capital([attendeeWords(kind), communeName].filter(Boolean).join(', ')),
      labels: children.flatMap(({ childId, child, fromMonths, untilMonths }) =>
        childId && child ? [{ childId, label: child.label, fromMonths, untilMonths }] : [],
      ),
    },
  }));
}

export type MarksBySubject = ReadonlyMap<string, { parties: ToldMark<PartyValue>[]; tallies: ToldMark<TallyValue>[] }>;

/** Every mark of the session, by line, told with who and when. Two queries. */
export async function marksOf(tx: Tx, sessionId: string, zone: string): Promise<MarksBySubject> {
  const rows = await tx.attendanceMark.findMany({ where: { sessionId }, orderBy: { receivedAt: 'asc' } });
  const authors = [...new Set(rows.flatMap(({ byId }) => byId ?? []))];
  const people = await tx.person.findMany({
    where: { id: { in: authors } },
    select: { id: true, firstName: true, lastName: true },
  });
  const names = new Map(people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  const marks = new Map<string, { parties: ToldMark<PartyValue>[]; tallies: ToldMark<TallyValue>[] }>();
  for (const { id, subjectId, outcome, markedAt, byId, settledAt, value } of rows) {
    const mine = marks.get(subjectId) ?? { parties: [], tallies: [] };
    const by = byId === null ? 'Ribambelle' : (names.get(byId) ?? 'une personne partie');
    const told = { id, outcome, markedAt: markedAt.getTime(), byId, settled: settledAt !== null, by };
    const at = deadline(markedAt, zone);
    if (subjectId === sessionId) {
      const tally = readTally(value);
      mine.tallies.push({ ...told, at, value: tally, imprint: imprint(tally) });
    } else {
      const party = readParty(value);
      mine.parties.push({ ...told, at, value: party, imprint: imprint(party) });
    }
    marks.set(subjectId, mine);
  }
  return marks;
}
