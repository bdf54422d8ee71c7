import { addBudgetLine } from '#app/attendance/addBudgetLine.server.ts';
import type { BillStateName } from '#app/attendance/bill-state.ts';
import { moveBills } from '#app/attendance/moveBills.server.ts';
import { setTerms } from '#app/attendance/setTerms.server.ts';
import type { TermsAsked } from '#app/attendance/terms.ts';
import { db } from '#app/db/client.server.ts';
import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { stateAvailability } from '#app/people/stateAvailability.server.ts';
import { localDate } from '#app/time/local.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const DAY = 86_400_000;
const LABEL = 'Psychologue et réunions à thème';

/** How many days after a coming each state was reached; the latest one is still to confirm. */
const REACHED: readonly { to: BillStateName; after: number }[] = [
  { to: 'DONE', after: 8 },
  { to: 'TO_INVOICE', after: 20 },
  { to: 'INVOICED', after: 32 },
  { to: 'PAID', after: 55 },
];

const TERMS: Omit<TermsAsked, 'budgetLineId'> = {
  ...{ minutes: null, prepMinutes: 30, rateCents: 7_500, lumpCents: null, travelCents: 1_840 },
  cancellation: 'Moins de 48 heures avant : la moitié est due.',
  practical: 'Salle en cercle, quinze chaises. Vidéoprojecteur sur demande.',
  ...{ siret: '20000000000015', serviceCode: 'PETITE-ENFANCE', commitment: 'EJ-2026-0417' },
};

/** What Marc Petit is paid in each relais, what became of his past sessions, the budget, and when he cannot come. */
export async function fillIntervenants(world: DemoWorld): Promise<void> {
  const { now, plannedAt, staff, zone } = world;
  const personId = staff.get('marc.petit') ?? '';
  const lines = await fillBudget(world);
  const his = await db().assignment.findMany({
    where: { personId, role: 'INTERVENANT', session: { state: { not: 'CANCELLED' } } },
    orderBy: [{ session: { startsAt: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      session: { select: { activityId: true, relaisId: true, startsAt: true, endsAt: true } },
    },
  });
  const begun = new Set<string>();
  for (const { id, session } of his) {
    const isFuture = session.startsAt > now;
    if (isFuture && begun.has(session.activityId)) continue;
    if (isFuture) begun.add(session.activityId);
    const year = localDate(session.startsAt, zone).slice(0, 4);
    const terms = { ...TERMS, budgetLineId: lines.get(`${session.relaisId} ${year}`) ?? null };
    succeed(await setTerms(SYSTEM, { assignmentId: id, scope: isFuture ? 'ALL' : 'ONE', terms }, plannedAt));
  }
  const accepted = his.filter(({ state }) => state === 'ACCEPTED');
  for (const { to, after } of REACHED) {
    const reached = accepted.filter(({ session }) => session.endsAt.getTime() < now.getTime() - after * DAY);
    const assignmentIds = reached.map(({ id }) => id);
    if (assignmentIds.length > 0)
      succeed(await moveBills(SYSTEM, { assignmentIds, to, reference: to === 'INVOICED' ? 'F-2026-011' : '' }, now));
  }
  const off = { free: false, part: 'AFTERNOON', note: 'consultations', on: { weekday: 3 } } as const;
  succeed(await stateAvailability(himself(world, personId), off, now));
}

/** A line a relais, for this year and the next; their ids by relais and year. */
async function fillBudget({ relais, plannedAt, year }: DemoWorld): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>();
  for (const [index, { id }] of relais.entries()) {
    for (const of of [Number(year.first.slice(0, 4)), Number(year.last.slice(0, 4))]) {
      const line = { relaisId: id, year: of, label: LABEL, amountCents: 250_000 + 25_000 * index };
      lines.set(`${id} ${of}`, succeed(await addBudgetLine(SYSTEM, line, plannedAt)).lineId);
    }
  }
  return lines;
}

function himself({ collectiviteId }: DemoWorld, personId: string): PersonActor {
  return {
    kind: 'person',
    personId,
    collectiviteId,
    name: '',
    professionalId: null,
    intervenantId: personId,
    roles: [],
  };
}
