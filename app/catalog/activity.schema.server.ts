import { z } from 'zod';

import type { ActivityFacts } from './changeActivity.server.ts';

const text = (most: number) => z.string().trim().max(most, `Au plus ${most} signes.`).default('');

/** A number that may be left out. */
const count = (most: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((typed, context) => {
      if (typed === '') return null;
      if (/^\d{1,4}$/.test(typed) && Number(typed) <= most) return Number(typed);
      context.addIssue(`Écrivez un nombre de 0 à ${most}, ou rien.`);
      return null;
    });

const form = z.object({
  titre: text(120).refine((title) => title !== '', 'Donnez un titre à l’activité.'),
  description: text(4000),
  public: text(300),
  apporter: text(500),
  ageMinAns: count(18),
  ageMinMois: count(23),
  ageMaxAns: count(18),
  ageMaxMois: count(23),
  adultes: count(500),
  enfants: count(500),
});

export const ACTIVITY_FIELDS = Object.keys(form.shape);

type Read =
  | { ok: true; facts: ActivityFacts }
  | { ok: false; issues: readonly { path: readonly PropertyKey[]; message: string }[] };

/** The form of an activity. */
export function readActivity(data: FormData): Read {
  const parsed = form.safeParse(Object.fromEntries(data));
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const { titre, description, public: audience, apporter: bring, ...numbers } = parsed.data;
  return {
    ok: true,
    facts: {
      ...{ title: titre, description, audience, bring },
      ageMinMonths: age(numbers.ageMinAns, numbers.ageMinMois),
      ageMaxMonths: age(numbers.ageMaxAns, numbers.ageMaxMois),
      maxAdults: numbers.adultes,
      maxChildren: numbers.enfants,
    },
  };
}

/** Both empty: no limit. */
const age = (years: number | null, months: number | null) =>
  years === null && months === null ? null : (years ?? 0) * 12 + (months ?? 0);
