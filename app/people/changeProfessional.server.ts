import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from './actor.ts';
import { normalEmail, normalPhone } from './contact.ts';
import { managedFile, type ManagedFile } from './managed-files.server.ts';
import { refuse, type Outcome } from './outcome.ts';
import type { ProfessionalKindName } from './professional-words.ts';
import { tellOfFile } from './tellOfFile.server.ts';

export type ProfessionalChange = {
  personId: string;
  firstName: string;
  lastName: string;
  /** '' for none: reached by telephone. */
  email: string;
  phone: string;
  /** null: unknown. */
  communeId: string | null;
  kind: ProfessionalKindName;
};

type Refusal = { code: 'NOT_FOUND' | 'PHONE_WRONG' | 'COMMUNE_UNKNOWN' } | { code: 'EMAIL_TAKEN'; emails: string[] };
type Values = Omit<ProfessionalChange, 'personId' | 'email' | 'phone'> & { email: string | null; phone: string | null };

const WORDS = {
  firstName: 'votre prénom',
  lastName: 'votre nom',
  email: 'votre adresse e-mail',
  phone: 'votre téléphone',
  communeId: 'votre commune',
  kind: 'votre métier',
} as const satisfies Record<keyof Values, string>;
type FieldName = keyof typeof WORDS;

/**
 * Changes who she is and how she is reached. She is told by mail, at her former address too when it changes: it opens her
 * account. Refuses another relais's file, a telephone number that is none, an e-mail that is someone's already.
 */
export async function changeProfessional(
  actor: Actor,
  input: ProfessionalChange,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ changed: FieldName[] }, Refusal>> {
  const phone = input.phone.trim() === '' ? null : normalPhone(input.phone);
  if (phone === null && input.phone.trim() !== '') return refuse({ code: 'PHONE_WRONG' });
  const email = input.email.trim() === '' ? null : normalEmail(input.email);
  try {
    return await inTransaction(tx, (tx) => change(tx, actor, input, { email, phone }, now));
  } catch (error) {
    if (databaseRefusal(error) === 'unique') return refuse({ code: 'EMAIL_TAKEN', emails: email ? [email] : [] });
    throw error;
  }
}

async function change(
  tx: Tx,
  actor: Actor,
  input: ProfessionalChange,
  contact: Pick<Values, 'email' | 'phone'>,
  now: Date,
): Promise<Outcome<{ changed: FieldName[] }, Refusal>> {
  const file = await managedFile(tx, actor, 'professional.write', input.personId, now);
  if (!file) return refuse({ code: 'NOT_FOUND' });
  await lockPersons(tx, [file.personId]);
  const { communeId, kind } = input;
  const commune = communeId === null || (await isCommuneOf(tx, file, communeId));
  if (!commune) return refuse({ code: 'COMMUNE_UNKNOWN' });
  const person = { firstName: input.firstName.trim(), lastName: input.lastName.trim(), ...contact };
  const wanted = { ...person, communeId, kind };
  const before = await valuesOf(tx, file);
  const changed = Object.keys(wanted)
    .filter(isField)
    .filter((name) => wanted[name] !== before[name]);
  if (changed.length === 0) return { ok: true, changed };
  if (wanted.email !== null && (await isTaken(tx, file, wanted.email)))
    return refuse({ code: 'EMAIL_TAKEN', emails: [wanted.email] });
  await tx.person.update({ where: { id: file.personId }, data: person, select: { id: true } });
  await tx.professional.update({ where: { id: file.professionalId }, data: { communeId, kind }, select: { id: true } });
  const who = { collectiviteId: file.collectiviteId, actorId: actorId(actor), subject: 'person' } as const;
  const entry = { ...who, subjectId: file.personId, what: 'professional.changed', detail: { fields: changed } };
  await record(tx, now, entry);
  await tellOfFile(tx, { ...file, changes: sentences(changed, wanted.email) }, now, { former: before.email });
  return { ok: true, changed };
}

function sentences(changed: readonly FieldName[], email: string | null): string[] {
  const others = changed.filter((name) => name !== 'email').map((name) => `${WORDS[name]} a changé.`);
  if (!changed.includes('email')) return others.map(startLarge);
  const told =
    email === null
      ? 'votre adresse e-mail a été retirée : le relais vous joint par téléphone, vous ne pouvez plus vous connecter.'
      : `votre adresse e-mail est maintenant ${email} : c’est avec elle que vous vous connectez.`;
  return [told, ...others].map(startLarge);
}

const startLarge = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const isField = (name: string): name is FieldName => name in WORDS;

async function isCommuneOf(tx: Tx, { collectiviteId }: ManagedFile, id: string): Promise<boolean> {
  return (await tx.commune.count({ where: { id, collectiviteId } })) === 1;
}

async function isTaken(tx: Tx, { collectiviteId, personId }: ManagedFile, email: string): Promise<boolean> {
  return (await tx.person.count({ where: { collectiviteId, email, id: { not: personId } } })) > 0;
}

async function valuesOf(tx: Tx, { professionalId }: ManagedFile): Promise<Values> {
  const { person, ...file } = await tx.professional.findUniqueOrThrow({
    where: { id: professionalId },
    select: {
      communeId: true,
      kind: true,
      person: { select: { firstName: true, lastName: true, email: true, phone: true } },
    },
  });
  return { ...person, ...file };
}
