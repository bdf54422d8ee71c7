import type { Tx } from '#app/db/client.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { normalEmail, normalPhone } from './contact.ts';
import { refuse, type Outcome } from './outcome.ts';
import { mayInCollectivite, relaisWhere } from './permissions.ts';

export type IntervenantChange = {
  personId: string;
  firstName: string;
  lastName: string;
  profession: string;
  organisation: string;
  /** '' for none: reached by telephone. */
  email: string;
  phone: string;
};

export type IntervenantRefusal = { code: 'NOT_FOUND' | 'PHONE_WRONG' } | { code: 'EMAIL_TAKEN'; emails: string[] };

/** Writes who an intervenant is, in the caller's transaction; `emailChanged`: his sign-ins must end. */
export async function writeIntervenant(
  tx: Tx,
  actor: Actor,
  input: IntervenantChange,
  now: Date,
): Promise<Outcome<{ emailChanged: boolean }, IntervenantRefusal>> {
  const phone = input.phone.trim() === '' ? null : normalPhone(input.phone);
  if (phone === null && input.phone.trim() !== '') return refuse({ code: 'PHONE_WRONG' });
  const email = input.email.trim() === '' ? null : normalEmail(input.email);
  const { personId } = input;
  const known = await tx.intervenant.findFirst({
    where: { personId, person: { erasedAt: null } },
    select: { collectiviteId: true, person: { select: { email: true } } },
  });
  if (!known || !plansThere(actor, known.collectiviteId)) return refuse({ code: 'NOT_FOUND' });
  await lockPersons(tx, [personId]);
  const { collectiviteId } = known;
  const taken =
    email !== null && (await tx.person.count({ where: { collectiviteId, email, id: { not: personId } } })) > 0;
  if (taken) return refuse({ code: 'EMAIL_TAKEN', emails: [email] });
  const names = { firstName: input.firstName.trim(), lastName: input.lastName.trim() };
  await tx.person.update({ where: { id: personId }, data: { ...names, email, phone }, select: { id: true } });
  const organisation = input.organisation.trim() || null;
  await tx.intervenant.update({
    where: { personId },
    data: { profession: input.profession.trim(), organisation },
    select: { id: true },
  });
  const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
  await record(tx, now, { ...who, what: 'intervenant.changed' });
  return { ok: true, emailChanged: known.person.email !== email };
}

/** An intervenant works for all relais of his collectivité: whoever plans in one looks after his file. */
function plansThere(actor: Actor, collectiviteId: string): boolean {
  if (actor.kind === 'person')
    return actor.collectiviteId === collectiviteId && relaisWhere(actor, 'session.plan').length > 0;
  return mayInCollectivite(actor, 'session.plan', collectiviteId);
}
