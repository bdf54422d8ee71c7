import { z } from 'zod';
import { SCOPES, type Scope } from '#app/catalog/session-change.ts';
import { amountTyped, centsOf } from '#app/time/money.ts';
import type { Terms, TermsAsked } from './terms.ts';

/** The form of terms, as typed. */
export const TERMS_FIELDS = [
  ...(['portee', 'minutes', 'preparation', 'tarif', 'forfait', 'deplacement', 'annulation', 'pratique'] as const),
  ...(['siret', 'service', 'engagement', 'ligne'] as const),
] as const;
export type TypedTerms = Record<(typeof TERMS_FIELDS)[number], string>;

const minutes = z
  .string()
  .regex(/^\d{0,4}$/, 'Écrivez un nombre de minutes, par exemple 120.')
  .transform((typed) => (typed === '' ? null : Number(typed)));
const amount = z
  .string()
  .refine((typed) => typed === '' || centsOf(typed) !== null, 'Écrivez un montant, par exemple 62,50.')
  .transform(centsOf);
const words = (most: number) => z.string().trim().max(most, `${most} signes au plus.`);

const shape = z.object({
  portee: z.enum(SCOPES, { error: 'Dites pour quelles séances.' }),
  minutes,
  preparation: minutes,
  ...{ tarif: amount, forfait: amount, deplacement: amount },
  ...{ annulation: words(500), pratique: words(1000), service: words(60), engagement: words(60) },
  siret: z
    .string()
    .transform((typed) => typed.replace(/\s/g, ''))
    .pipe(z.string().regex(/^(\d{14})?$/, 'Un SIRET compte 14 chiffres.')),
  ligne: z.union([z.literal('').transform(() => null), z.uuid('Choisissez dans la liste.')]),
});

type Read =
  { ok: true; scope: Scope; terms: TermsAsked } | { ok: false; issues: { path: PropertyKey[]; message: string }[] };

/** What the form says, or French sentences beside the fields. */
export function readTerms(typed: Readonly<Record<string, string>>): Read {
  const parsed = shape.safeParse({ ...typed, portee: typed.portee || 'ONE' });
  if (!parsed.success) return { ok: false, issues: parsed.error.issues };
  const { portee, preparation, tarif, forfait, deplacement, annulation, pratique, siret, ...more } = parsed.data;
  return {
    ok: true,
    scope: portee,
    terms: {
      ...{ minutes: more.minutes, prepMinutes: preparation ?? 0, rateCents: tarif, lumpCents: forfait },
      ...{ travelCents: deplacement ?? 0, cancellation: annulation, practical: pratique, siret },
      ...{ serviceCode: more.service, commitment: more.engagement, budgetLineId: more.ligne },
    },
  };
}

/** Terms as the form shows them. */
export function typedTerms(terms: Terms): TypedTerms {
  return {
    ...{
      portee: 'ONE',
      minutes: String(terms.minutes),
      preparation: terms.prepMinutes ? String(terms.prepMinutes) : '',
    },
    ...{ tarif: amountTyped(terms.rateCents), forfait: amountTyped(terms.lumpCents) },
    ...{ deplacement: terms.travelCents === 0 ? '' : amountTyped(terms.travelCents) },
    ...{ annulation: terms.cancellation, pratique: terms.practical, siret: terms.siret, service: terms.serviceCode },
    ...{ engagement: terms.commitment, ligne: terms.budgetLineId ?? '' },
  };
}
