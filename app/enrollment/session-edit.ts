import type { SessionChange, SessionFacts } from '#app/catalog/session-change.ts';
import { wallOf } from '#app/time/wall-clock.ts';
import type { TypedEdit } from './session-edit.schema.server.ts';

/** What a session has, as the form shows it before anyone typed. */
export function editOf(facts: SessionFacts, zone: string): TypedEdit {
  const [start, end] = [wallOf(facts.startsAt, zone), wallOf(facts.endsAt, zone)];
  const figure = (value: number | null) => (value === null ? '' : String(value));
  return {
    ...{ portee: 'ONE', date: start.date, de: start.time, a: end.time, lieu: facts.siteId },
    ...{ theme: facts.theme ?? '', public: facts.audience ?? '', apporter: facts.bring ?? '' },
    ...{ ageMin: figure(facts.ageMinMonths), ageMax: figure(facts.ageMaxMonths) },
    ...{ adultes: figure(facts.maxAdults), enfants: figure(facts.maxChildren) },
    ...{ preparation: figure(facts.prepMinutes || null), rangement: figure(facts.tidyMinutes || null) },
    animatrices: facts.animatorIds,
    intervenants: facts.intervenants.filter(({ state }) => state !== 'DECLINED').map(({ personId }) => personId),
    ...{ accord: false, motif: '' },
  };
}

/**
 * Only what the form says otherwise than the session has: the other dates of the series keep what is theirs, such as
 * a theme of their own.
 */
export function changeFrom(facts: SessionFacts, said: Required<SessionChange>, zone: string): SessionChange {
  const [start, end] = [wallOf(facts.startsAt, zone), wallOf(facts.endsAt, zone)];
  const has = { ...facts, date: start.date, from: start.time, until: end.time };
  const change: SessionChange = {};
  for (const name of PLAIN) if (said[name] !== has[name]) Object.assign(change, { [name]: said[name] });
  if (!same(said.animatorIds, facts.animatorIds)) change.animatorIds = said.animatorIds;
  const speaking = facts.intervenants.filter(({ state }) => state !== 'DECLINED').map(({ personId }) => personId);
  if (
    !same(
      said.intervenants.map(({ personId }) => personId),
      speaking,
    )
  )
    change.intervenants = said.intervenants;
  if (said.agreed) change.agreed = true;
  return change;
}

const PLAIN = [
  ...(['date', 'from', 'until', 'siteId', 'theme', 'audience', 'bring', 'ageMinMonths', 'ageMaxMonths'] as const),
  ...(['maxAdults', 'maxChildren', 'prepMinutes', 'tidyMinutes'] as const),
];

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one) => b.includes(one));
