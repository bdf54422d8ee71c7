import { randomUUID } from 'node:crypto';

import type { AppLoadContext } from '@remix-run/node';

import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { withdraw } from '#app/enrollment/withdraw.server.ts';
import { mailToken, type MailPurpose } from '#app/mail/links.server.ts';
import { stopLink } from '#app/mail/stop-links.server.ts';
import { addIntervenant } from '#tests/integration/enrollment/cohort-world.ts';
import { askingOf, type AskingCast } from './asking-cast.ts';
import { planOf, type PlanCast } from './plan-cast.ts';
import { cohortsOf, type CohortCast } from './cohort-cast.ts';
import { recordOf, type RecordCast } from './record-cast.ts';
import { ANONYMOUS, type Actor, type PersonActor } from '#app/people/actor.ts';
import { SECRET } from '#tests/integration/settings.ts';
import { addSession, addStaff, at, now, withChildren, world, type World } from '#tests/integration/enrollment/world.ts';

export const APP_URL = 'http://localhost:3000';

export const ROLES = [
  'anonymous',
  'am',
  'otherAm',
  'animator',
  'otherAnimator',
  'intervenant',
  'secretary',
  'coordinator',
  'admin',
  'stranger',
] as const;

/** Who asks. `animator` works in the relais of the session, `otherAnimator` in another one, `stranger` is an AM of another collectivité. */
export type Role = (typeof ROLES)[number];

export type Cast = {
  readonly actors: Readonly<Record<Role, Actor>>;
  readonly place: World;
  readonly slug: string;
  /** published, of the other relais; drafts are never shown */
  readonly draftId: string;
  readonly reglementId: string;
  readonly mailId: string;
  /** of a place and of an offer that `am` holds */
  readonly links: Readonly<Record<MailPurpose, string>>;
  /** what stands before `/arret` in the address that stops `am`'s reminders */
  readonly stopPath: string;
  /** an unread telling of that place */
  readonly toTellId: string;
  /** of the host relais */
  readonly closureId: string;
  /** the offer itself */
  readonly offerId: string;
  /** of `am` */
  readonly childId: string;
  /** a session of today: its sheet is open */
  readonly sheetId: string;
  /** pending, to the relais of the session */
  readonly accessRequestId: string;
  readonly cohorts: CohortCast;
  readonly plan: PlanCast;
  readonly record: RecordCast;
  readonly asking: AskingCast;
  /** asked of `intervenant`, who has not answered */
  readonly askedId: string;
  readonly askedSessionId: string;
  /** that its terms are paid from */
  readonly budgetLineId: string;
};

/** Two collectivités, two relais in the first, a booked session, one with a waiting list, and one person a role. */
export async function cast(): Promise<Cast> {
  const place = await world({ ams: 3 });
  const far = await world({ ams: 1 });
  const other = await db().relais.create({
    data: { collectiviteId: place.collectiviteId, slug: `autre-${randomUUID()}`, name: 'Relais du Moulin' },
  });
  const { slug } = await db().relais.findUniqueOrThrow({ where: { id: place.relaisId } });
  const [am, otherAm] = [at(0, place.ams), at(1, place.ams)];
  const draftId = await addSession(place, {});
  await db().session.update({ where: { id: draftId }, data: { state: 'DRAFT' } });
  const withdraw = await bookedBy(am, place.sessionId);
  const offer = await offerTo(am, otherAm, place);
  const intervenant = await addIntervenant(place);
  const asked = await askedOf(place, intervenant);
  return {
    place,
    slug,
    draftId,
    reglementId: await reglementOf(place),
    mailId: (await db().outgoingMail.findFirstOrThrow()).id,
    offerId: offer,
    childId: await childOf(am),
    sheetId: await addSession(place, { startsAt: now }),
    accessRequestId: await accessAskedOf(place),
    cohorts: await cohortsOf(place, intervenant),
    plan: await planOf(place),
    record: await recordOf(place, am),
    asking: await askingOf(place, am, SECRET),
    ...asked,
    closureId: await closureOf(place),
    stopPath: stopPathOf(am),
    toTellId: await tellingOf(am, withdraw, place),
    links: {
      withdraw: await linkTo('withdraw', withdraw),
      offer: await linkTo('offer', offer),
      read: mailToken({ secret: SECRET, purpose: 'read', id: withdraw, round: 1 }),
      propose: mailToken({
        ...{ secret: SECRET, purpose: 'propose', id: intervenant.personId },
        round: now.getTime() / 1000,
      }),
    },
    actors: {
      anonymous: ANONYMOUS,
      am,
      otherAm,
      animator: place.animator,
      otherAnimator: await addStaff(place, { role: 'ANIMATOR', relaisId: other.id }),
      intervenant,
      secretary: await addStaff(place, { role: 'SECRETARY', relaisId: place.relaisId }),
      coordinator: await addStaff(place, { role: 'COORDINATOR', relaisId: null }),
      admin: await addStaff(place, { role: 'ADMIN', relaisId: null }),
      stranger: at(0, far.ams),
    },
  };
}

/** A session to come, proposed to the intervenant. */
async function askedOf(place: World, { personId }: PersonActor) {
  const sessionId = await addSession(place, { startsAt: new Date('2026-12-03T18:00:00Z') });
  const { collectiviteId } = place;
  const { id } = await db().assignment.create({
    data: { collectiviteId, sessionId, personId, role: 'INTERVENANT', state: 'PROPOSED', proposedAt: now },
  });
  const line = { collectiviteId, relaisId: place.relaisId, year: 2026, label: 'Intervenants', amountCents: 100_000 };
  const { id: budgetLineId } = await db().budgetLine.create({ data: { ...line, createdAt: now } });
  const terms = { collectiviteId, assignmentId: id, minutes: 120, rateCents: 6_000, changedAt: now };
  await db().assignmentTerms.create({ data: { ...terms, budgetLineId } });
  return { askedId: id, askedSessionId: sessionId, budgetLineId };
}

async function bookedBy(actor: PersonActor, sessionId: string): Promise<string> {
  const outcome = await enroll(actor, { sessionId, ...withChildren(1) }, now);
  if (outcome.outcome !== 'enrolled') throw new Error(outcome.outcome);
  return outcome.enrollmentId;
}

/** `first` takes the only place, `next` waits, `first` leaves. */
async function offerTo(next: PersonActor, first: PersonActor, place: World): Promise<string> {
  const sessionId = await addSession(place, { maxAdults: 1, startsAt: new Date('2026-12-01T08:30:00Z') });
  const held = await bookedBy(first, sessionId);
  const waiting = await bookedBy(next, sessionId);
  await withdraw(first, { enrollmentId: held }, now);
  return waiting;
}

async function childOf({ personId, collectiviteId }: PersonActor): Promise<string> {
  const { id } = await db().child.create({ data: { collectiviteId, personId, label: 'Zoé' } });
  return id;
}

/** She must hear that her session moved. */
async function tellingOf({ personId, collectiviteId }: PersonActor, enrollmentId: string, place: World) {
  const { id } = await db().toTell.create({
    data: {
      ...{ collectiviteId, personId, enrollmentId, sessionId: place.sessionId },
      ...{ cause: 'MOVED', at: now, mailed: true },
    },
  });
  return id;
}

async function closureOf({ collectiviteId, relaisId }: World): Promise<string> {
  const days = { first: new Date('2026-11-24'), last: new Date('2026-11-24'), reason: 'travaux' };
  const { id } = await db().closure.create({ data: { collectiviteId, relaisId, ...days } });
  return id;
}

async function linkTo(purpose: MailPurpose, enrollmentId: string): Promise<string> {
  const { offerRound: round } = await db().enrollment.findUniqueOrThrow({ where: { id: enrollmentId } });
  return mailToken({ secret: SECRET, purpose, id: enrollmentId, round });
}

async function accessAskedOf({ collectiviteId, relaisId }: World): Promise<string> {
  const who = { kind: 'CANDIDATE' as const, firstName: 'Lina', lastName: 'Caron', phone: '06 39 98 77 77' };
  const { id } = await db().accessRequest.create({ data: { collectiviteId, relaisId, ...who, at: now } });
  return id;
}

/** In force, and accepted by those who book. */
async function reglementOf({ collectiviteId, ams }: World): Promise<string> {
  const effectiveFrom = new Date('2026-01-01');
  const { id } = await db().reglement.create({
    data: { collectiviteId, title: 'Règlement', body: 'Chacune signe.', effectiveFrom },
  });
  await db().acceptance.createMany({
    data: ams.map(({ personId }) => ({ collectiviteId, personId, reglementId: id, at: now })),
  });
  return id;
}

/** What the server gives to every loader and action, for this actor. */
export function contextOf(actor: Actor): AppLoadContext {
  addresses += 1; // limits count per address
  return {
    actor,
    viewer: actor.kind === 'person' ? { name: actor.name, sections: [] } : null,
    nonce: 'nonce',
    requestId: 'essai',
    now: () => now,
    demo: true,
    appUrl: APP_URL,
    authSessionId: null,
    address: `198.51.100.${addresses}`,
  };
}

let addresses = 0;

function stopPathOf({ personId }: PersonActor): string {
  const link = stopLink({ personId, kind: 'REMINDER' }, { appUrl: APP_URL, secret: SECRET });
  return new URL(link).pathname.replace(/\/arret$/, '');
}
