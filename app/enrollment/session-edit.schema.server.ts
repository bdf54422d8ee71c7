import { z } from 'zod';

import { SCOPES, type Scope, type SessionChange } from '#app/catalog/session-change.ts';
import { isDate } from '#app/time/iso-date.ts';

/** The form of a session, as typed. */
export type TypedEdit = {
  portee: string;
  date: string;
  de: string;
  a: string;
  lieu: string;
  theme: string;
  public: string;
  apporter: string;
  ageMin: string;
  ageMax: string;
  adultes: string;
  enfants: string;
  preparation: string;
  rangement: string;
  animatrices: readonly string[];
  intervenants: readonly string[];
  accord: boolean;
  motif: string;
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const figure = (message: string) =>
  z
    .string()
    .regex(/^\d{0,3}$/, message)
    .transform((typed) => (typed === '' ? null : Number(typed)));
const words = (most: number) =>
  z
    .string()
    .max(most, 'C’est trop long.')
    .transform((typed) => (typed === '' ? null : typed));
const people = z.array(z.uuid({ error: 'Cochez des personnes de la liste.' })).max(20);

const shape = z.object({
  portee: z.enum(SCOPES, { error: 'Dites quelles séances changent.' }),
  date: z.string().refine(isDate, 'Écrivez une date qui existe.'),
  de: z.string().regex(TIME, 'Écrivez une heure, par exemple 09:30.'),
  a: z.string().regex(TIME, 'Écrivez une heure, par exemple 11:00.'),
  lieu: z.uuid({ error: 'Choisissez un lieu.' }),
  ...{ theme: words(120), public: words(300), apporter: words(500) },
  ...{ ageMin: figure('Écrivez un âge en mois.'), ageMax: figure('Écrivez un âge en mois.') },
  ...{ adultes: figure('Écrivez un nombre, ou rien.'), enfants: figure('Écrivez un nombre, ou rien.') },
  ...{ preparation: figure('Écrivez un nombre de minutes.'), rangement: figure('Écrivez un nombre de minutes.') },
  ...{ animatrices: people, intervenants: people, accord: z.boolean() },
  motif: z.string().max(500, 'La raison est trop longue.'),
});

/** All that the form says, to be compared with what the session has. */
export type SessionEdit = { scope: Scope; said: Required<SessionChange>; reason: string | null };

export type ReadEdit =
  | { ok: true; edit: SessionEdit; typed: TypedEdit }
  | { ok: false; issues: { path: PropertyKey[]; message: string }[]; typed: TypedEdit };

/** The form of a session: French sentences beside the fields, by their names; what was typed is given back in any case. */
export function readEdit(form: FormData): ReadEdit {
  const typed = typedEdit(form);
  const parsed = shape.safeParse(typed);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues, typed };
  const { portee, date, de, a, lieu, theme, public: audience, apporter: bring, ageMin, ageMax } = parsed.data;
  const { adultes, enfants, preparation, rangement, animatrices, intervenants, accord, motif } = parsed.data;
  const state = accord ? ('ACCEPTED' as const) : ('PROPOSED' as const);
  const said = {
    ...{ date, from: de, until: a, siteId: lieu, theme, audience, bring, ageMinMonths: ageMin, ageMaxMonths: ageMax },
    ...{ maxAdults: adultes, maxChildren: enfants, prepMinutes: preparation ?? 0, tidyMinutes: rangement ?? 0 },
    ...{ animatorIds: animatrices, intervenants: intervenants.map((personId) => ({ personId, state })) },
    agreed: accord,
  };
  return { ok: true, edit: { scope: portee, said, reason: motif === '' ? null : motif }, typed };
}

function typedEdit(form: FormData): TypedEdit {
  const texts = (name: string) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []));
  const text = (name: string) => texts(name)[0]?.trim() ?? '';
  return {
    ...{ portee: text('portee') || 'ONE', date: text('date'), de: text('de'), a: text('a'), lieu: text('lieu') },
    ...{ theme: text('theme'), public: text('public'), apporter: text('apporter') },
    ...{ ageMin: text('ageMin'), ageMax: text('ageMax'), adultes: text('adultes'), enfants: text('enfants') },
    ...{ preparation: text('preparation'), rangement: text('rangement') },
    ...{ animatrices: texts('animatrices'), intervenants: texts('intervenants'), accord: form.has('accord') },
    motif: text('motif'),
  };
}
