import { z } from 'zod';
import { SCOPES } from '#app/catalog/session-change.ts';
import { readBooking, type ReadBooking } from './enroll.schema.server.ts';

export type FieldError = { field: string; message: string };
export type Read<Form, Typed> = { typed: Typed } & ({ ok: true; form: Form } | { ok: false; errors: FieldError[] });

function readAs<Form, Typed>(shape: z.ZodType<Form>, given: unknown, typed: Typed): Read<Form, Typed> {
  const parsed = shape.safeParse(given);
  if (parsed.success) return { ok: true, form: parsed.data, typed };
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
  return { ok: false, errors, typed };
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const motif = z.string().trim().max(500, 'Ce texte est trop long : 500 signes au plus.');

/** A sentence that explains a deed: `motif`. */
export function readReason(form: FormData): Read<{ motif: string }, { motif: string }> {
  const typed = { motif: text(form, 'motif') };
  return readAs(z.object({ motif }), typed, typed);
}

/** A cancellation: `motif`, and `portee`, which dates of the series. */
export function readCancellation(form: FormData) {
  const typed = { motif: text(form, 'motif'), portee: text(form, 'portee') || 'ONE' };
  return readAs(z.object({ motif, portee: z.enum(SCOPES, { error: 'Choisissez quelles dates.' }) }), typed, typed);
}

/** An answer to a demande: `reponse`, `motif`. */
export function readAnswer(form: FormData): Read<{ reponse: 'accept' | 'refuse'; motif: string }, { motif: string }> {
  const typed = { motif: text(form, 'motif') };
  const reponse = z.enum(['accept', 'refuse'], { error: 'Choisissez d’accepter ou de refuser.' });
  return readAs(z.object({ reponse, motif }), { ...typed, reponse: text(form, 'reponse') }, typed);
}

const ceiling = z
  .string()
  .trim()
  .regex(/^\d{0,4}$/, 'Écrivez un nombre, ou laissez vide pour ne pas limiter.')
  .transform((typed) => (typed === '' ? null : Number(typed)));

/** A session's ceilings: `adultes`, `enfants`; empty: none. */
export function readCeilings(given: FormData | URLSearchParams) {
  const value = (name: string) => {
    const one = given.get(name);
    return typeof one === 'string' ? one : '';
  };
  const typed = { adultes: value('adultes'), enfants: value('enfants') };
  return readAs(z.object({ adultes: ceiling, enfants: ceiling }), typed, typed);
}

export type TypedMessage = { destinataires: string; objet: string; message: string; cle: string };

const message = z.object({
  destinataires: z.enum(['ENROLLED', 'WAITING', 'ALL'], { error: 'Choisissez à qui écrire.' }),
  objet: z
    .string()
    .trim()
    .min(1, 'Écrivez l’objet du message.')
    .max(120, 'Cet objet est trop long : 120 signes au plus.'),
  message: z
    .string()
    .trim()
    .min(1, 'Écrivez le message.')
    .max(4000, 'Ce message est trop long : 4 000 signes au plus.')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
  cle: z.uuid({ error: 'Rechargez la page, puis envoyez à nouveau.' }),
});

/** A message to those enrolled: `destinataires`, `objet`, `message`, and `cle`, the form's own. */
export function readMessage(form: FormData) {
  const names = ['destinataires', 'objet', 'message', 'cle'] as const;
  const [destinataires = '', objet = '', words = '', cle = ''] = names.map((name) => text(form, name));
  const typed: TypedMessage = { destinataires, objet, message: words, cle };
  return readAs(message, typed, typed);
}

const KINDS = ['PARENT', 'FUTURE_PARENT', 'TRAINEE', 'OTHER'] as const;
const name = (missing: string) => z.string().trim().min(1, missing).max(80, 'C’est trop long : 80 signes au plus.');

const participant = z.object({
  prenom: name('Écrivez son prénom.'),
  nom: name('Écrivez son nom.'),
  telephone: z.string().trim().max(30, 'Ce numéro est trop long.'),
  qualite: z.enum(KINDS, { error: 'Dites qui elle est.' }),
});

/** Someone without a file: `prenom`, `nom`, `telephone`, `qualite`. */
export function readParticipant(form: FormData) {
  const [prenom = '', nom = '', telephone = '', qualite = ''] = ['prenom', 'nom', 'telephone', 'qualite'].map((one) =>
    text(form, one),
  );
  const typed = { prenom, nom, telephone, qualite };
  return readAs(participant, typed, typed);
}

export type EnrollForForm = { booking: Extract<ReadBooking, { ok: true }>['form']; personne: string; motif: string };

/** Someone enrolled on her behalf: `personne`, the party of the booking form, `motif` beyond her agrément. */
export function readEnrollFor(form: FormData) {
  const booking = readBooking(form);
  const typed = { ...booking.typed, personne: text(form, 'personne'), motif: text(form, 'motif') };
  const personne = z.uuid({ error: 'Choisissez la personne à inscrire.' });
  const read = readAs(z.object({ personne, motif }), typed, typed);
  if (booking.ok && read.ok) return { ok: true, form: { ...read.form, booking: booking.form }, typed } as const;
  const errors = [...(booking.ok ? [] : booking.errors), ...(read.ok ? [] : read.errors)];
  return { ok: false, errors, typed } as const;
}
