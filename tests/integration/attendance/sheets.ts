import { randomUUID } from 'node:crypto';
import type { PartyValue, SheetMark, TallyValue } from '#app/attendance/mark.ts';
import { markAttendance, type MarkAnswer } from '#app/attendance/markAttendance.server.ts';
import { sheetStateOf } from '#app/attendance/sheets.server.ts';
import type { SheetLine, SheetState } from '#app/attendance/sheet.ts';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import type { Actor, PersonActor } from '#app/people/actor.ts';
import { withChildren, world, type World, type WorldOptions } from '#tests/integration/enrollment/world.ts';

/** The morning of the session, after its start. */
export const during = new Date('2026-11-24T09:00:00Z');
/** Days before. */
export const before = new Date('2026-11-20T10:00:00Z');

export const SMALL = { childId: null, fromMonths: 18, untilMonths: 36 };
const THERE: PartyValue = { state: 'PRESENT', late: false, byParent: false, children: [SMALL] };

/** A session to which every AM is enrolled with one child. */
export async function bookedWorld(options: WorldOptions = {}): Promise<World> {
  const made = await world(options);
  for (const am of made.ams) {
    const { outcome } = await enroll(am, { sessionId: made.sessionId, ...withChildren(1) }, before);
    if (outcome !== 'enrolled') throw new Error(outcome);
  }
  return made;
}

type Made = { base?: number; markedAt?: number; id?: string };

export function personMark({ personId }: PersonActor, change: Partial<PartyValue> = {}, made: Made = {}): SheetMark {
  return {
    ...{ id: randomUUID(), base: 0, markedAt: during.getTime(), ...made },
    subject: { type: 'person', personId },
    value: { ...THERE, ...change },
  };
}

export function guestMark(change: Partial<PartyValue> = {}, attendanceId: string = randomUUID()): SheetMark {
  const guest = { kind: 'PARENT', label: 'Julie', commune: null } as const;
  return {
    ...{ id: randomUUID(), base: 0, markedAt: during.getTime() },
    subject: { type: 'guest', attendanceId },
    value: { ...THERE, guest, ...change },
  };
}

export function tallyMark(value: TallyValue, made: Made = {}): SheetMark {
  return { ...{ id: randomUUID(), base: 0, markedAt: during.getTime(), ...made }, subject: { type: 'tally' }, value };
}

/** Sends marks as a tablet does; what became of each. */
export async function send(
  actor: Actor,
  sessionId: string,
  marks: readonly SheetMark[],
  now = during,
): Promise<MarkAnswer[]> {
  const outcome = await markAttendance(actor, { sessionId, marks }, now);
  if (outcome.outcome !== 'marked') throw new Error(outcome.outcome);
  return outcome.answers;
}

export async function stateOf(actor: Actor, sessionId: string): Promise<SheetState> {
  const state = await sheetStateOf(actor, sessionId, during);
  if (!state) throw new Error('no sheet');
  return state;
}

export async function lineFor(actor: Actor, sessionId: string, { personId }: PersonActor): Promise<SheetLine> {
  const { lines } = await stateOf(actor, sessionId);
  const found = lines.find(({ key }) => key === `p-${personId}`);
  if (!found) throw new Error('no line');
  return found;
}

/** An intervenant who speaks at this session. */
export async function addFacilitator({ collectiviteId }: World, sessionId: string): Promise<PersonActor> {
  const person = await db().person.create({
    data: { collectiviteId, firstName: 'Marc', lastName: 'Petit', email: `${randomUUID()}@test.example` },
  });
  const { id: intervenantId } = await db().intervenant.create({
    data: { collectiviteId, personId: person.id, profession: 'psychologue' },
  });
  await db().assignment.create({
    data: { collectiviteId, sessionId, personId: person.id, role: 'INTERVENANT', state: 'ACCEPTED' },
  });
  const { id: personId } = person;
  return {
    kind: 'person',
    personId,
    collectiviteId,
    name: 'Marc Petit',
    professionalId: null,
    intervenantId,
    roles: [],
  };
}
