import { db } from '#app/db/client.server.ts';
import { remindEnrolled } from '#app/enrollment/remindEnrolled.server.ts';
import { sendDigests } from '#app/enrollment/sendDigests.server.ts';
import { deliverMail, type MailOffice } from '#app/mail/deliverMail.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { addFollow } from '#app/people/addFollow.server.ts';
import { changeIntroduction } from '#app/people/changeIntroduction.server.ts';
import { changeMessages } from '#app/people/changeMessages.server.ts';
import { ACCOUNTS } from './professionals.ts';
import { asHerself } from './fillPeople.server.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld, FilledProfessional } from './world.ts';

const FOLLOWERS = 12;
const EVENING_ONLY = 4;
const DEAD = 2;

/**
 * What a few chose to hear, the coordinator's words above a mail, addresses that refused theirs; the reminders and
 * digests that are due, so that none comes by surprise.
 */
export async function fillMessages(world: DemoWorld): Promise<void> {
  const [nadia, ...others] = world.professionals.filter(({ active }) => active);
  if (!nadia) return;
  const ordinary = others.slice(ACCOUNTS.length);
  for (const one of [nadia, ...world.random.some(ordinary, FOLLOWERS)]) await follow(world, one);
  for (const { personId } of world.random.some(ordinary, EVENING_ONLY)) {
    const said = { wanted: ['CHANGE.MAIL', 'OFFER.MAIL', 'REMINDER.MAIL'], remindDays: [1] };
    await changeMessages(asHerself(world, personId), { ...said, quiet: { from: 19, until: 8 } }, world.plannedAt);
  }
  await introduce(world);
  await refuseMails(ordinary.filter(({ relais }) => relais === nadia.relais));
  await remindEnrolled(world.now);
  await sendDigests(world.now);
}

async function follow(world: DemoWorld, { personId, relais }: FilledProfessional): Promise<void> {
  const relaisId = world.relais[relais]?.id ?? null;
  succeed(await addFollow(asHerself(world, personId), { kind: 'ATELIER', relaisId, siteId: null }, world.plannedAt));
}

async function introduce({ collectiviteId, staff, plannedAt, now }: DemoWorld): Promise<void> {
  const personId = staff.get('sophie.lefevre') ?? '';
  const sophie: PersonActor = {
    ...{ kind: 'person', personId, collectiviteId, name: 'Sophie Lefèvre', professionalId: null, intervenantId: null },
    roles: [{ role: 'COORDINATOR', relaisId: null }],
  };
  const put = (text: string, at: Date) => changeIntroduction(sophie, { template: 'enrollment-confirmed', text }, at);
  succeed(await put('À très bientôt dans nos relais.', plannedAt));
  succeed(await put('À très bientôt. Nos portes ouvrent dix minutes avant l’heure, le temps de s’installer.', now));
}

/** Their mails that wait are refused, as by a server that knows no such mailbox. */
async function refuseMails(people: readonly FilledProfessional[]): Promise<void> {
  const office: MailOffice = { appUrl: 'http://localhost:3000', secret: 'demo', from: 'relais@demo.example', post };
  const waiting = await db().outgoingMail.findMany({
    where: {
      state: 'QUEUED',
      personId: { in: people.map(({ personId }) => personId) },
      person: { phone: { not: null } },
    },
    orderBy: [{ queuedAt: 'desc' }, { to: 'asc' }],
    select: { id: true, personId: true, queuedAt: true },
  });
  const refused = [...new Set(waiting.map(({ personId }) => personId))].slice(0, DEAD);
  for (const { id, personId, queuedAt } of waiting) {
    if (refused.includes(personId)) await deliverMail(id, office, queuedAt);
  }
}

const post: MailOffice['post'] = {
  send: () => {
    const response = '550 5.1.1 mailbox unknown';
    return Promise.reject(Object.assign(new Error(response), { code: 'EENVELOPE', responseCode: 550, response }));
  },
  close: () => {},
};
