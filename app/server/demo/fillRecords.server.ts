import { randomUUID } from 'node:crypto';
import { markAttendance } from '#app/attendance/markAttendance.server.ts';
import { addSessions } from '#app/catalog/addSessions.server.ts';
import { createActivity } from '#app/catalog/createActivity.server.ts';
import { publishSessions } from '#app/catalog/publishSessions.server.ts';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { SYSTEM, type PersonActor } from '#app/people/actor.ts';
import { addDays, addMonths, fromLocal, localDate, weekday } from '#app/time/local.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { issueCertificates } from '#app/training/issueCertificates.server.ts';
import { recordResults } from '#app/training/recordResults.server.ts';
import { asHerself } from './fillPeople.server.ts';
import { ACCOUNTS } from './professionals.ts';
import { TEAMS } from './staff.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld, FilledProfessional } from './world.ts';

const FOLLOWED_IT = 8;
const VALID_MONTHS = 24;
const SATURDAY = 6;

/** A training held one Saturday not long ago by the first relais: who came, results, certificates; a certificate that ends soon. */
export async function fillRecords(world: DemoWorld): Promise<void> {
  const [host] = world.relais;
  const animator = animatorOf(world);
  if (!host || !animator) return;
  const learners = world.professionals.filter(isLearner).slice(0, FOLLOWED_IT);
  const day = lastSaturday(localDate(world.now, world.zone));
  const told = { kind: 'FORMATION' as const, maxAdults: 8, relaisId: host.id };
  const { activityId } = succeed(await createActivity(SYSTEM, { ...told, ...ABOUT }, world.plannedAt));
  const at = (time: string) => fromLocal({ date: day, time }, world.zone);
  const place = { siteId: host.ownSiteId, animatorIds: [animator.personId] };
  const dates = [
    { startsAt: at('09:00'), endsAt: at('12:30'), ...place },
    { startsAt: at('13:30'), endsAt: at('17:00'), ...place },
  ];
  const { sessionIds } = succeed(await addSessions(SYSTEM, { activityId, dates }, world.plannedAt));
  succeed(await publishSessions(SYSTEM, { sessionIds }, world.publishedAt));
  const personIds = learners.map(({ personId }) => personId);
  for (const [n, sessionId] of sessionIds.entries()) {
    await hold(animator, sessionId, n === 0 ? personIds : personIds.slice(0, -1), world.publishedAt, at('17:30'));
  }
  await certify(world, animator, { activityId, personIds, day });
  await declareOne(world, personIds);
}

const ABOUT = {
  title: 'Recyclage SST',
  description: 'Sept heures pour entretenir ses gestes, avec les Secours de la Somme.',
};

/** Of the first relais; the account that has booked nothing still has not. */
const isLearner = ({ relais, active, account }: FilledProfessional) =>
  relais === 0 && active && account !== ACCOUNTS[1].account;

function animatorOf({ staff, collectiviteId, relais }: DemoWorld): PersonActor | null {
  const personId = staff.get(TEAMS[0]?.[0] ?? '');
  if (personId === undefined) return null;
  const roles = [{ role: 'ANIMATOR', relaisId: relais[0]?.id ?? null }] as const;
  return { ...asHerself({ collectiviteId }, personId), name: 'Léa Martin', roles };
}

/** The last one three days ago or more. */
function lastSaturday(today: string): string {
  const until = addDays(today, -3);
  return addDays(until, -((weekday(until) - SATURDAY + 7) % 7));
}

async function hold(actor: PersonActor, sessionId: string, personIds: readonly string[], before: Date, after: Date) {
  const party = { childIds: [], others: [], wish: 'ASK' as const, declared: [] };
  for (const personId of personIds) await enroll(SYSTEM, { sessionId, personId, ...party }, before);
  const marks = personIds.map((personId) => ({
    ...{ id: randomUUID(), base: 0, markedAt: after.getTime(), subject: { type: 'person' as const, personId } },
    value: { state: 'PRESENT' as const, late: false, byParent: false, children: [] },
  }));
  await markAttendance(actor, { sessionId, marks }, after);
}

type Held = { activityId: string; personIds: readonly string[]; day: string };

/** All but the last obtained it. */
async function certify({ now, collectiviteId }: DemoWorld, actor: PersonActor, { activityId, personIds, day }: Held) {
  const theme = await db().trainingTheme.findFirst({
    where: { collectiviteId, title: 'Recyclage SST', retiredAt: null },
    select: { id: true },
  });
  const results = personIds.map((personId, n) => {
    const obtained = n < personIds.length - 1;
    return { personId, obtained, expiresOn: obtained ? addMonths(day, VALID_MONTHS) : null };
  });
  succeed(await recordResults(actor, { activityId, themeId: theme?.id ?? null, results }, now));
  const signature = { name: actor.name, role: 'Animatrice du relais', place: 'Amiens' };
  succeed(await issueCertificates(actor, { scope: 'TRAINING', activityId, personIds, signature }, now));
}

/** The first of them, the demo's AM, must renew something soon; the second followed a training elsewhere. */
async function declareOne(world: DemoWorld, [first, second]: readonly string[]) {
  const today = localDate(world.now, world.zone);
  const common = { themeId: null, initial: false };
  const soon = { title: 'Habilitation extincteurs', organisation: 'Prévention 80', hours: 3.5 };
  const dates = { on: addMonths(addDays(today, 40), -24), expiresOn: addDays(today, 40) };
  if (first !== undefined)
    succeed(await declareTraining(asHerself(world, first), { ...common, ...soon, ...dates }, world.now));
  const past = { title: 'Prévenir le mal de dos', organisation: 'Kiné et Cie', hours: 7, expiresOn: null };
  const on = addMonths(today, -13);
  if (second !== undefined)
    succeed(await declareTraining(asHerself(world, second), { ...common, ...past, on }, world.now));
}
