import { z } from 'zod';

import type { RelaisRulesPatch } from './booking-rules.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez l’heure ainsi : 18:00.');
const whole = (least: number, most: number) =>
  z
    .number({ error: 'Écrivez un nombre.' })
    .int('Écrivez un nombre entier.')
    .min(least, `Au moins ${least}.`)
    .max(most, `Au plus ${most}.`);

const instant = z.iso.datetime({ offset: true, error: 'Cette date n’existe pas.' });
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7], { error: 'Choisissez un jour.' });

/** When enrolment opens; also a guest's. */
export const openingRule = z.discriminatedUnion('type', [
  z.object({ type: z.literal('always') }),
  z.object({ type: z.literal('at'), instant }),
  z.object({ type: z.literal('daysBefore'), days: whole(0, 366), time }),
  z.object({ type: z.literal('weekBefore'), weeks: whole(0, 52), day: weekday, time }),
  z.object({ type: z.literal('monthBefore'), day: whole(1, 31), time, months: whole(0, 12).optional() }),
  z.object({
    type: z.literal('monthWeekday'),
    nth: z.literal([1, 2, 3, 4, 5], { error: 'Choisissez lequel.' }),
    day: weekday,
    months: whole(0, 12),
    time,
  }),
]);

const simpleClosings = [
  z.object({ type: z.literal('none') }),
  z.object({ type: z.literal('hoursBefore'), hours: whole(0, 24 * 60) }),
  z.object({ type: z.literal('eveningBefore'), time }),
  z.object({ type: z.literal('daysBefore'), days: whole(0, 366), time }),
  z.object({ type: z.literal('lastWorkingDay'), time, days: whole(1, 30).optional() }),
  z.object({ type: z.literal('weekBefore'), weeks: whole(0, 52), day: weekday, time }),
  z.object({ type: z.literal('at'), instant }),
] as const;

const line = z.object({ day: weekday, time }).optional();

const closing = z.discriminatedUnion('type', [
  ...simpleClosings,
  z.object({
    type: z.literal('weekdayTable'),
    table: z.object({ 1: line, 2: line, 3: line, 4: line, 5: line, 6: line, 7: line }),
    otherwise: z.discriminatedUnion('type', simpleClosings).optional(),
  }),
]);

const quota = z.object({
  most: whole(1, 100),
  per: z.enum(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'SCHOOL_YEAR', 'YEAR', 'COMING']),
  over: z.enum(['ACTIVITY', 'KIND', 'RELAIS']),
  counting: z.enum(['BOOKINGS', 'PRESENCES']),
});

const who = z
  .object({
    kinds: z
      .array(z.enum(['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE']))
      .min(1, 'Choisissez au moins un public.'),
    from: z.enum(['HOME', 'MEMBERS', 'COMMUNES', 'ALL']),
    communeIds: z.array(z.uuid()).max(200).optional(),
    othersFrom: openingRule.nullable(),
    otherKindsFrom: openingRule.optional(),
    participants: z.literal(true).optional(),
  })
  .refine(({ from, communeIds }) => from !== 'COMMUNES' || (communeIds ?? []).length > 0, {
    path: ['communeIds'],
    error: 'Choisissez au moins une commune.',
  });

const priority = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ARRIVAL') }),
  z.object({ by: z.literal('FEWEST_PRESENCES'), days: whole(1, 1000) }),
  z.object({
    by: z.literal('HOME_FIRST'),
    daysBefore: whole(0, 366),
    through: z.iso.date({ error: 'Cette date n’existe pas.' }).optional(),
    communeIds: z.array(z.uuid()),
  }),
]);

/** What a relais or an activity changes of the booking rules. Unknown fields are refused: a misspelt rule is no rule. */
export const bookingRulesPatch = z
  .strictObject({
    mode: z.enum(['DIRECT', 'ON_REQUEST', 'FREE', 'BY_NAME']),
    opening: openingRule,
    closing,
    quotas: z.array(quota).max(6, 'Au plus 6 quotas.'),
    who,
    children: z.object({ welcome: z.enum(['NONE', 'OPTIONAL', 'REQUIRED']), perAdult: whole(1, 12).nullable() }),
    conditions: z
      .array(
        z.object({
          code: z.string().min(1).max(40),
          words: z.string().trim().min(1, 'Écrivez la condition.').max(200),
        }),
      )
      .max(10, 'Au plus 10 conditions.'),
    reglement: z.enum(['REQUIRED', 'NOT_ASKED']),
    priority,
    offerHours: whole(1, 240),
    minimum: z.object({ adults: whole(1, 500), decision: closing }).nullable(),
  })
  .partial();

/** What a relais changes: for all its activities, and by kind. */
export const relaisRulesPatch = bookingRulesPatch.extend({
  byKind: z
    .partialRecord(
      z.enum(['ATELIER', 'REUNION', 'ANALYSE', 'FORMATION', 'PASSERELLE', 'EVENEMENT', 'PERMANENCE']),
      bookingRulesPatch,
    )
    .optional(),
});

const stored = new Map<string, RelaisRulesPatch>();

/**
 * The rules a row of the database holds (`Relais.bookingDefaults`, `Activity.bookingRules`, which has no `byKind`).
 *
 * @throws {z.ZodError} when they are not rules: the row was written by something else than this application
 */
export function storedRules(json: unknown): RelaisRulesPatch {
  const text = JSON.stringify(json);
  const known = stored.get(text);
  if (known) return known;
  const rules: RelaisRulesPatch = relaisRulesPatch.parse(json);
  if (stored.size > 500) stored.clear();
  stored.set(text, rules);
  return rules;
}
