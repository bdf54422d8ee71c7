import { db } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, when } from '#app/time/french.ts';
import { sheetAccess } from './sheet-access.server.ts';
import { sheetState } from './sheet-state.server.ts';
import type { SheetState } from './sheet.ts';

/** What the printed sheet and the roll-call hold. */
export type SheetToPrint = {
  title: string;
  when: string;
  place: string;
  address: string;
  relais: string;
  /** Who leads and who speaks. */
  leaders: string[];
  withChildren: boolean;
  /** Must those who come have accepted a règlement? */
  reglement: boolean;
  bandUpperMonths: number[];
  state: SheetState;
};

/** The sheet to print; null: it does not exist for this actor, or its names are not for her (rule 8). */
export async function sheetToPrint(actor: Actor, sessionId: string, now: Date): Promise<SheetToPrint | null> {
  const access = await sheetAccess(actor, sessionId);
  if (!access?.named) return null;
  const { id, title, startsAt, endsAt, zone, site, relais, rules, ageBands } = access.meeting;
  const people = await db().person.findMany({
    where: { assignments: { some: { sessionId: id, state: 'ACCEPTED' } } },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
    select: { firstName: true, lastName: true },
  });
  return {
    title,
    when: capital(when(startsAt, endsAt, zone, { year: true })),
    place: site.name,
    address: site.address,
    relais: relais.name,
    leaders: people.map(({ firstName, lastName }) => `${firstName} ${lastName}`),
    withChildren: rules.children.welcome !== 'NONE',
    reglement: rules.reglement === 'REQUIRED',
    bandUpperMonths: ageBands,
    state: await sheetState(db(), access, now),
  };
}
