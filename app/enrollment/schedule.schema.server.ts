import { z } from 'zod';

import type { SessionChange } from '#app/catalog/session-change.ts';
import { isDate } from '#app/time/iso-date.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const texts = (query: URLSearchParams | FormData, name: string) =>
  query.getAll(name).filter((value) => typeof value === 'string');

const shape = z.object({
  date: z.string().refine(isDate, 'Écrivez une date qui existe.'),
  de: z.string().regex(TIME, 'Écrivez une heure, par exemple 9:30.'),
  a: z.string().regex(TIME, 'Écrivez une heure, par exemple 11:00.'),
  lieu: z.uuid({ error: 'Choisissez un lieu.' }).optional(),
  equipe: z
    .array(z.uuid({ error: 'Cochez des personnes de la liste.' }))
    .max(20)
    .optional(),
  raison: z.string().trim().max(500, 'La raison est trop longue.'),
});

/** What was typed, or wanted by the address; absent: what the session has. */
export type TypedSchedule = {
  date?: string;
  de?: string;
  a?: string;
  lieu?: string;
  equipe?: string[];
  raison?: string;
};

export type ReadSchedule =
  | { ok: true; change: SessionChange; override: { reason: string } | null; typed: TypedSchedule }
  | { ok: false; issues: { path: PropertyKey[]; message: string }[]; typed: TypedSchedule };

/**
 * The form of a session's hours: `date`, `de`, `a`, `lieu`, `animatrice` (several; `equipe` says that they are part of
 * the form), `raison` to override. A field left out changes nothing.
 */
export function readSchedule(form: FormData): ReadSchedule {
  const typed = typedSchedule(form);
  const parsed = shape.safeParse({ date: '', de: '', a: '', raison: '', ...typed });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues, typed };
  const { date, de: from, a: until, lieu, equipe, raison } = parsed.data;
  const change: SessionChange = { date, from, until };
  if (lieu !== undefined) change.siteId = lieu;
  if (equipe !== undefined) change.animatorIds = equipe;
  return { ok: true, change, override: raison === '' ? null : { reason: raison }, typed };
}

/** What an address or a form holds of it, unchecked. */
export function typedSchedule(form: URLSearchParams | FormData): TypedSchedule {
  const one = (name: string) => texts(form, name)[0];
  const typed: TypedSchedule = {};
  for (const name of ['date', 'de', 'a', 'lieu', 'raison'] as const) {
    const value = one(name)?.trim();
    if (value !== undefined && value !== '') typed[name] = value;
  }
  if (form.has('equipe')) typed.equipe = texts(form, 'animatrice');
  return typed;
}

/** What an address proposes, to be weighed before anything is saved; null: nothing, or nothing that can be read. */
export function proposedChange(typed: TypedSchedule): SessionChange | null {
  const parsed = shape.partial().safeParse(typed);
  if (!parsed.success || Object.keys(typed).length === 0) return null;
  const { date, de: from, a: until, lieu: siteId, equipe: animatorIds } = parsed.data;
  const change = { date, from, until, siteId, animatorIds };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
