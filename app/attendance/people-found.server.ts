import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { dateOf } from '#app/enrollment/meetings.server.ts';
import { bandOfAge } from '#app/enrollment/party.ts';
import { ageInMonths } from '#app/time/local.ts';
import { sheetAccess } from './sheet-access.server.ts';
import { detailOf } from './sheet-facts.server.ts';
import type { SheetLine } from './sheet.ts';

const MOST = 8;
const FEWEST_LETTERS = 2;

/**
 * Who has a file in the collectivité and bears this name, accents and capitals aside, as lines ready for the sheet: those
 * without a line first. None for group work: its facilitator knows his group. Null: the sheet is not for her to mark.
 */
export async function peopleFound(actor: Actor, sessionId: string, typed: string): Promise<SheetLine[] | null> {
  const access = await sheetAccess(actor, sessionId);
  if (!access?.mark) return null;
  const { meeting } = access;
  const words = plainWords(typed);
  if (words.join('').length < FEWEST_LETTERS || meeting.kind === 'ANALYSE') return [];
  const rows = await db().person.findMany({
    where: {
      collectiviteId: meeting.collectiviteId,
      erasedAt: null,
      AND: words.map((word) => ({ searchName: { contains: word } })),
      OR: [{ professional: { isNot: null } }, { participant: { isNot: null } }],
    },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      firstName: true,
      lastName: true,
      professional: { select: { kind: true, commune: { select: { name: true } } } },
      participant: { select: { kind: true } },
      children: { where: { leftAt: null }, select: { id: true, label: true, birthMonth: true } },
    },
  });
  const date = dateOf(meeting);
  return rows.map(({ id: personId, firstName, lastName, children, ...file }) => ({
    key: `p-${personId}`,
    subject: { type: 'person', personId },
    group: 'WALK_IN',
    name: `${firstName} ${lastName}`,
    detail: detailOf(file),
    phone: null,
    booked: [],
    labels: children.map(({ id: childId, label, birthMonth }) => {
      const months = birthMonth ? Math.max(0, ageInMonths(birthMonth.toISOString().slice(0, 7), date)) : null;
      return { childId, label, ...bandOfAge(months, meeting.ageBands) };
    }),
    ...{ value: null, version: 0, markedAt: null, conflict: null, marked: null, history: [] },
  }));
}

/** As `Person.searchName` writes names. */
function plainWords(typed: string): string[] {
  return typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 5);
}
