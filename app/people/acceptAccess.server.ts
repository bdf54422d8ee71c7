import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { record } from '#app/journal/record.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { localDate } from '#app/time/local.ts';
import { actorId, type Actor } from './actor.ts';
import { addProfessionals } from './addProfessionals.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import { heldRequest, type HeldRequest } from './pending-request.server.ts';

/** `personId`: the file she has already; null: a new one is made. */
export type Acceptance = { requestId: string; personId: string | null };

type Refusal = { code: 'NOT_FOUND' | 'ANSWERED' } | { code: 'EMAIL_TAKEN'; emails: string[] };
type Done = { personId: string; mailed: boolean; again: boolean };

/**
 * Accepts a request: makes her file, or ties the one she has to the relais she asked, gives it the e-mail or telephone it
 * lacked, and tells her that her access is open. Accepting twice changes nothing. Refuses an e-mail that is another
 * person's, and what was refused meanwhile.
 */
export async function acceptAccess(
  actor: Actor,
  { requestId, personId }: Acceptance,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, Refusal>> {
  try {
    return await inTransaction(tx, async (tx) => {
      const request = await heldRequest(tx, actor, requestId);
      if (!request) return refuse({ code: 'NOT_FOUND' });
      if (request.state === 'REFUSED') return refuse({ code: 'ANSWERED' });
      if (request.state === 'ACCEPTED')
        return { ok: true, personId: request.personId ?? '', mailed: false, again: true };
      const opened =
        personId === null ? await newFile(tx, actor, request, now) : await linked(tx, request, personId, now);
      if (!opened.ok) return opened;
      return { ok: true, ...(await close(tx, actor, request, opened.personId, now)), again: false };
    });
  } catch (error) {
    if (databaseRefusal(error) === 'unique') return refuse({ code: 'EMAIL_TAKEN', emails: [] });
    throw error;
  }
}

const todayOf = (request: HeldRequest, now: Date): string => localDate(now, request.relais.collectivite.timezone);

async function newFile(
  tx: Tx,
  actor: Actor,
  request: HeldRequest,
  now: Date,
): Promise<Outcome<{ personId: string }, Refusal>> {
  const { firstName, lastName, kind, email, phone, communeId, relaisId } = request;
  const from = todayOf(request, now);
  const contact = { ...(email && { email }), ...(phone && { phone }), ...(communeId && { communeId }) };
  const file = { firstName, lastName, kind, ...contact, memberships: [{ relaisId, home: true, from }] };
  const added = await addProfessionals(actor, [{ ...file, statuses: [{ status: 'ACTIVE', from }] }], now, tx);
  if (added.ok) return { ok: true, personId: added.personIds[0] ?? '' };
  return refuse(added.refusal.code === 'EMAIL_TAKEN' ? added.refusal : { code: 'NOT_FOUND' });
}

/** She has a file, here or in another relais of the collectivité: it is tied to this one too. */
async function linked(
  tx: Tx,
  request: HeldRequest,
  personId: string,
  now: Date,
): Promise<Outcome<{ personId: string }, Refusal>> {
  const { collectiviteId, relaisId, kind, communeId } = request;
  await lockPersons(tx, [personId]);
  const person = await tx.person.findFirst({
    where: { id: personId, collectiviteId, erasedAt: null, roles: { none: {} }, intervenant: null },
    select: { email: true, phone: true, professional: { select: { id: true, memberships: true } } },
  });
  if (!person) return refuse({ code: 'NOT_FOUND' });
  const data = { email: person.email ?? request.email, phone: person.phone ?? request.phone };
  await tx.person.update({ where: { id: personId }, data });
  const today = new Date(todayOf(request, now));
  const file = person.professional ?? {
    ...(await tx.professional.create({ data: { collectiviteId, personId, kind, communeId }, select: { id: true } })),
    memberships: [],
  };
  if (!person.professional) {
    await tx.professionalStatus.create({
      data: { collectiviteId, professionalId: file.id, status: 'ACTIVE', from: today },
    });
  }
  const live = file.memberships.filter(({ until }) => until === null || until >= today);
  if (!live.some((tie) => tie.relaisId === relaisId)) {
    const tie = {
      collectiviteId,
      professionalId: file.id,
      relaisId,
      home: !live.some(({ home }) => home),
      from: today,
    };
    await tx.relaisMembership.create({ data: tie });
  }
  return { ok: true, personId };
}

async function close(tx: Tx, actor: Actor, request: HeldRequest, personId: string, now: Date) {
  const { id, collectiviteId, relaisId, relais } = request;
  const answered = { state: 'ACCEPTED' as const, answeredAt: now, answeredById: actorId(actor), personId };
  await tx.accessRequest.update({ where: { id }, data: answered });
  const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
  await record(tx, now, { ...who, what: 'access.accepted', detail: { relaisId } });
  const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  if (email === null) return { personId, mailed: false };
  const words = { name: relais.name, phone: relais.phone, email: relais.email };
  const mail = { template: 'access-opened' as const, props: { relais: words }, collectiviteId, personId };
  await enqueueMail(tx, { ...mail, to: email, now });
  return { personId, mailed: true };
}
