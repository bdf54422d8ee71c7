import type { BookingRules, BookingRulesPatch, Priority, Quota, QuotaPeriod, WhoMayBook } from './booking-rules.ts';
import { readClosing, writeClosing } from './closing-fields.ts';
import { choiceOf, numberOf, rowsOf, type Fields } from './form-fields.ts';
import { readOpening, writeOpening } from './opening-fields.ts';

export const MODES = ['DIRECT', 'ON_REQUEST', 'FREE', 'BY_NAME'] as const;
export const PERIODS = [
  'DAY',
  'WEEK',
  'MONTH',
  'QUARTER',
  'SCHOOL_YEAR',
  'YEAR',
  'COMING',
] as const satisfies QuotaPeriod[];
export const SCOPES = ['ACTIVITY', 'KIND', 'RELAIS'] as const;
export const COUNTINGS = ['BOOKINGS', 'PRESENCES'] as const;
export const PROFESSIONS = ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE'] as const;
export const FROMS = ['HOME', 'MEMBERS', 'COMMUNES', 'ALL'] as const;
export const WELCOMES = ['REQUIRED', 'OPTIONAL', 'NONE'] as const;
export const PRIORITIES = ['ARRIVAL', 'FEWEST_PRESENCES', 'HOME_FIRST'] as const;

/**
 * The rules a form says: each is named by a field of its own name, empty when it is "as by default". What is missing in
 * a rule is NaN or '', for `bookingRulesPatch` to refuse.
 */
export function readRules(fields: Fields, zone: string): BookingRulesPatch {
  const mode = choiceOf(fields, 'mode', MODES);
  const opening = readOpening(fields, 'opening', zone);
  const closing = readClosing(fields, 'closing', zone);
  const welcome = choiceOf(fields, 'children', WELCOMES);
  const reglement = choiceOf(fields, 'reglement', ['REQUIRED', 'NOT_ASKED'] as const);
  const priority = readPriority(fields);
  const minimum = readMinimum(fields, zone);
  return {
    ...(mode && { mode }),
    ...(opening && { opening }),
    ...(closing && { closing }),
    ...(isOwn(fields, 'quotas') && { quotas: readQuotas(fields) }),
    ...(isOwn(fields, 'who') && { who: readWho(fields, zone) }),
    ...(welcome && { children: { welcome, perAdult: perAdultOf(fields, welcome) } }),
    ...(isOwn(fields, 'conditions') && { conditions: readConditions(fields) }),
    ...(reglement && { reglement }),
    ...(priority && { priority }),
    ...(isOwn(fields, 'offerHours') && { offerHours: numberOf(fields, 'offerHours.hours') }),
    ...(minimum !== undefined && { minimum }),
  };
}

const isOwn = (fields: Fields, rule: string) => (fields.get(rule) ?? '') !== '';

const optional = (fields: Fields, name: string) =>
  (fields.get(name) ?? '').trim() === '' ? null : numberOf(fields, name);

const perAdultOf = (fields: Fields, welcome: (typeof WELCOMES)[number]) =>
  welcome === 'NONE' ? null : optional(fields, `children.${welcome}.perAdult`);

function readQuotas(fields: Fields): Quota[] {
  if (fields.get('quotas') === 'none') return [];
  return rowsOf(fields, 'quotas', 'most').map((row) => ({
    most: numberOf(fields, `quotas.${row}.most`),
    per: choiceOf(fields, `quotas.${row}.per`, PERIODS) ?? 'WEEK',
    over: choiceOf(fields, `quotas.${row}.over`, SCOPES) ?? 'ACTIVITY',
    counting: choiceOf(fields, `quotas.${row}.counting`, COUNTINGS) ?? 'BOOKINGS',
  }));
}

function readWho(fields: Fields, zone: string): WhoMayBook {
  const from = choiceOf(fields, 'who.from', FROMS) ?? 'ALL';
  const communeIds = fields.getAll('who.communes');
  const otherKindsFrom = readOpening(fields, 'who.otherKinds', zone);
  return {
    kinds: PROFESSIONS.filter((kind) => fields.getAll('who.kinds').includes(kind)),
    from,
    ...(from === 'COMMUNES' && { communeIds }),
    othersFrom: from === 'ALL' ? null : readOpening(fields, 'who.others', zone),
    ...(otherKindsFrom && { otherKindsFrom }),
    ...(fields.has('who.participants') && { participants: true }),
  };
}

/** A condition keeps its code: what was declared under it stays declared. */
function readConditions(fields: Fields): BookingRules['conditions'] {
  if (fields.get('conditions') === 'none') return [];
  const rows = rowsOf(fields, 'conditions', 'words');
  const taken = new Set(rows.flatMap((row) => fields.get(`conditions.${row}.code`) || []));
  return rows.map((row) => {
    const known = fields.get(`conditions.${row}.code`) || null;
    let code = known ?? `c${row + 1}`;
    for (let n = row + 2; known === null && taken.has(code); n += 1) code = `c${n}`;
    taken.add(code);
    return { code, words: fields.get(`conditions.${row}.words`) ?? '' };
  });
}

function readPriority(fields: Fields): Priority | null {
  const by = choiceOf(fields, 'priority', PRIORITIES);
  if (by === 'FEWEST_PRESENCES') return { by, days: numberOf(fields, 'priority.FEWEST_PRESENCES.days') };
  if (by !== 'HOME_FIRST') return by && { by };
  const communeIds = fields.getAll('priority.HOME_FIRST.communes');
  const through = (fields.get('priority.HOME_FIRST.through') ?? '').trim();
  const days = through === '' ? numberOf(fields, 'priority.HOME_FIRST.daysBefore') : 0;
  return { by, daysBefore: days, ...(through !== '' && { through }), communeIds };
}

function readMinimum(fields: Fields, zone: string): BookingRules['minimum'] | undefined {
  const asked = fields.get('minimum') ?? '';
  if (asked === '') return undefined;
  if (asked === 'none') return null;
  const decision = readClosing(fields, 'minimum.decision', zone) ?? { type: 'none' };
  return { adults: numberOf(fields, 'minimum.adults'), decision };
}

/** The fields of a form that says these rules: those of `own` as own, the others "as by default" yet filled. */
export function writeRules(own: BookingRulesPatch, inForce: BookingRules, zone: string): Fields {
  const fields = new URLSearchParams();
  const rules = { ...inForce, ...own };
  fields.set('mode', rules.mode);
  writeOpening(fields, 'opening', rules.opening, zone);
  writeClosing(fields, 'closing', rules.closing, zone);
  fields.set('reglement', rules.reglement);
  fields.set('offerHours', 'some');
  fields.set('offerHours.hours', String(rules.offerHours));
  writeLists(fields, rules);
  writePeople(fields, rules, zone);
  fields.set('minimum', rules.minimum ? 'some' : 'none');
  if (rules.minimum) {
    fields.set('minimum.adults', String(rules.minimum.adults));
    writeClosing(fields, 'minimum.decision', rules.minimum.decision, zone);
  }
  for (const rule of RULES) if (own[rule] === undefined) fields.set(rule, '');
  return fields;
}

function writeLists(fields: Fields, { quotas, conditions }: BookingRules): void {
  fields.set('quotas', quotas.length > 0 ? 'some' : 'none');
  quotas.forEach((quota, row) => {
    for (const [key, value] of Object.entries(quota)) fields.set(`quotas.${row}.${key}`, String(value));
  });
  fields.set('conditions', conditions.length > 0 ? 'some' : 'none');
  conditions.forEach(({ code, words }, row) => {
    fields.set(`conditions.${row}.code`, code);
    fields.set(`conditions.${row}.words`, words);
  });
}

function writePeople(fields: Fields, { who, children, priority }: BookingRules, zone: string): void {
  fields.set('who', 'some');
  for (const kind of who.kinds) fields.append('who.kinds', kind);
  fields.set('who.from', who.from);
  for (const id of who.communeIds ?? []) fields.append('who.communes', id);
  fields.set('who.others', 'never');
  if (who.othersFrom) writeOpening(fields, 'who.others', who.othersFrom, zone);
  fields.set('who.otherKinds', 'never');
  if (who.otherKindsFrom) writeOpening(fields, 'who.otherKinds', who.otherKindsFrom, zone);
  if (who.participants) fields.set('who.participants', '1');
  fields.set('children', children.welcome);
  for (const welcome of ['REQUIRED', 'OPTIONAL'])
    fields.set(`children.${welcome}.perAdult`, children.perAdult === null ? '' : String(children.perAdult));
  fields.set('priority', priority.by);
  if (priority.by === 'FEWEST_PRESENCES') fields.set('priority.FEWEST_PRESENCES.days', String(priority.days));
  if (priority.by !== 'HOME_FIRST') return;
  if (priority.through === undefined) fields.set('priority.HOME_FIRST.daysBefore', String(priority.daysBefore));
  else fields.set('priority.HOME_FIRST.through', priority.through);
  for (const id of priority.communeIds) fields.append('priority.HOME_FIRST.communes', id);
}

/** Every rule, in the order of its form. */
export const RULES = [
  'mode',
  'opening',
  'closing',
  'who',
  'children',
  'quotas',
  'conditions',
  'reglement',
  'priority',
  'offerHours',
  'minimum',
] as const satisfies (keyof BookingRules)[];

export type RuleName = (typeof RULES)[number];
