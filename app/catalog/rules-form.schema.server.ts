import { z } from 'zod';

import { bookingRulesPatch, openingRule } from './booking-rules.schema.server.ts';
import type { BookingRulesPatch } from './booking-rules.ts';
import { fieldsOf, type Fields } from './form-fields.ts';
import { guestPrefix, readGuests } from './guest-fields.ts';
import type { Invited } from './inviteRelais.server.ts';
import { controlAt, inDated } from './rules-errors.ts';
import { readRules } from './rules-fields.ts';

export type RulesForm =
  | { ok: true; typed: string; asksToRead: boolean; rules: BookingRulesPatch; guests: Invited[] }
  | { ok: false; typed: string; errors: Record<string, string> };

const guests = z.array(z.object({ relaisId: z.uuid(), opening: openingRule.nullable() })).max(100);

/** The form of booking rules, checked; `typed` is all of it, to be drawn again. */
export function readRulesForm(form: FormData, zone: string): RulesForm {
  const fields = fieldsOf(form);
  const typed = fields.toString();
  const rules = bookingRulesPatch.safeParse(readRules(fields, zone));
  const invited = guests.safeParse(readGuests(fields, zone));
  if (rules.success && invited.success) {
    return { ok: true, typed, asksToRead: fields.has('relire'), rules: rules.data, guests: invited.data };
  }
  const errors: Record<string, string> = {};
  for (const { path, message } of rules.error?.issues ?? []) errors[controlAt(path, fields)] ??= message;
  for (const { path, message } of invited.error?.issues ?? []) errors[guestControl(path, fields)] ??= message;
  return { ok: false, typed, errors };
}

function guestControl([index, , ...rest]: readonly PropertyKey[], fields: Fields): string {
  const relaisId = fields.getAll('guests')[Number(index)] ?? '';
  return inDated(guestPrefix(relaisId), rest.map(String), fields);
}
