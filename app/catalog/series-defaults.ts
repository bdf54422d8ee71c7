import { addDays, isDate, weekday } from '#app/time/iso-date.ts';
import type { ActivityKindName } from './booking-rules.ts';
import type { LastHeld } from './series-page.server.ts';
import { EMPTY_SLOT, MOST_SLOTS, type TypedSeries } from './series-typed.ts';

type Given = {
  kind: ActivityKindName;
  maxAdults: number | null;
  maxChildren: number | null;
  today: string;
  last: LastHeld | null;
  self: string | null;
};

/** Kinds that meet in school weeks only, unless told otherwise. */
const SCHOOL_WEEKS: readonly ActivityKindName[] = ['ATELIER', 'PASSERELLE', 'PERMANENCE'];

/**
 * The form before anyone typed, as the activity was last held, else led by who plans it: a weekly rhythm from next Monday, or the day and hours that
 * an address proposes (`?date=2026-12-01&de=09:30&a=11:00`).
 */
export function defaultSeries(
  { kind, maxAdults, maxChildren, today, last, self }: Given,
  asked: URLSearchParams,
): TypedSeries {
  const date = asked.get('date') ?? '';
  const isAsked = isDate(date) && date >= today;
  const monday = addDays(today, 8 - weekday(today));
  const figure = (ceiling: number | null) => (ceiling === null ? '' : String(ceiling));
  const slot = { ...EMPTY_SLOT, de: asked.get('de') ?? last?.from ?? '', a: asked.get('a') ?? last?.until ?? '' };
  return {
    ...{ rythme: isAsked ? 'dates' : 'semaines', jours: isAsked ? [String(weekday(date))] : [], intervalle: '1' },
    ...{ rangs: [], jour: isAsked ? String(weekday(date)) : '', dates: isAsked ? [date] : [] },
    ...{ depuis: '', du: isAsked ? date : monday, jusqua: '', au: '' },
    ...{ feries: true, vacances: SCHOOL_WEEKS.includes(kind), fermetures: true },
    creneaux: Array.from({ length: MOST_SLOTS }, (_, index) => (index === 0 ? slot : EMPTY_SLOT)),
    ...{
      bases: [],
      sautees: [],
      lieu: last?.siteId ?? '',
      animatrices: last?.animatorIds ?? (self === null ? [] : [self]),
      intervenants: [],
      accord: false,
    },
    ...{ preparation: figure(last?.prepMinutes || null), rangement: figure(last?.tidyMinutes || null) },
    ...{ adultes: figure(maxAdults), enfants: figure(maxChildren), motif: '', lignes: {} },
  };
}
