import { capital, dayLong, dayPlain, monthLong } from '#app/time/french.ts';
import { addDays, addMonths, isDate, monthOf, weekOf, type DateRange } from '#app/time/iso-date.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { KINDS, kindOfSlug } from './kinds.ts';

/** How the team's planning is looked at; the words stand in addresses (`?vue=semaine`). */
export const PLANNING_VIEWS = ['semaine', 'mois', 'liste'] as const;
export type PlanningView = (typeof PLANNING_VIEWS)[number];

/** States as addresses name them (`?etat=brouillon`). */
export const PLANNING_STATES = [
  { slug: 'brouillon', state: 'DRAFT', label: 'Brouillon', several: 'Brouillons' },
  { slug: 'publiee', state: 'PUBLISHED', label: 'Publiée', several: 'Publiées' },
  { slug: 'annulee', state: 'CANCELLED', label: 'Annulée', several: 'Annulées' },
] as const;
export type PlanningState = (typeof PLANNING_STATES)[number]['state'];

/** Which sessions the planning shows; absent: all that she may see. */
export type PlanningFilters = {
  /** slug */
  relais?: string;
  /** ids */
  lieu?: string;
  animatrice?: string;
  intervenant?: string;
  kinds?: readonly ActivityKindName[];
  etat?: PlanningState;
};

/** What an address of the planning asks for. */
export type PlanningAsked = { view: PlanningView; date: string; filters: PlanningFilters };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LIST_DAYS = 28;

/** What an address asks for; what is malformed is left out, and without a date it is `today`. */
export function readPlanning(query: URLSearchParams, today: string): PlanningAsked {
  const text = (name: string) => query.get(name)?.trim() ?? '';
  const filters: PlanningFilters = {};
  if (/^[a-z0-9-]+$/.test(text('relais'))) filters.relais = text('relais');
  for (const name of ['lieu', 'animatrice', 'intervenant'] as const) {
    if (UUID.test(text(name))) filters[name] = text(name);
  }
  const kinds = query
    .getAll('type')
    .flatMap((value) => value.split(','))
    .flatMap((slug) => kindOfSlug(slug) ?? []);
  if (kinds.length > 0) filters.kinds = kinds;
  const state = PLANNING_STATES.find(({ slug }) => slug === text('etat'))?.state;
  if (state !== undefined) filters.etat = state;
  const view = PLANNING_VIEWS.find((name) => name === text('vue')) ?? 'semaine';
  return { view, date: isDate(text('du')) ? text('du') : today, filters };
}

/** The address of the planning, names always in the same order. */
export function planningAddress({ view, date, filters }: PlanningAsked): string {
  const query = new URLSearchParams({ vue: view, du: date });
  const { relais, lieu, animatrice, intervenant, kinds, etat } = filters;
  if (relais !== undefined) query.set('relais', relais);
  if (lieu !== undefined) query.set('lieu', lieu);
  if (animatrice !== undefined) query.set('animatrice', animatrice);
  if (intervenant !== undefined) query.set('intervenant', intervenant);
  const slugs = KINDS.filter(({ kind }) => kinds?.includes(kind)).map(({ slug }) => slug);
  if (slugs.length > 0) query.set('type', slugs.join(','));
  const state = PLANNING_STATES.find((one) => one.state === etat);
  if (state) query.set('etat', state.slug);
  return `/animation/planning?${query.toString().replaceAll('%2C', ',')}`;
}

/** The days that a view shows, what they are called, and a date of the view before and after. */
export type PlanningWindow = DateRange & { title: string; previous: string; next: string };

/** A Monday–Sunday week, a calendar month, or four weeks in a list. */
export function planningWindow(view: PlanningView, date: string): PlanningWindow {
  if (view === 'mois') {
    const month = monthOf(date);
    const title = capital(monthLong(date));
    return { ...month, title, previous: addMonths(month.first, -1), next: addMonths(month.first, 1) };
  }
  const { first } = weekOf(date);
  const days = view === 'semaine' ? 7 : LIST_DAYS;
  const last = addDays(first, days - 1);
  return { first, last, title: rangeTitle(first, last), previous: addDays(first, -days), next: addDays(first, days) };
}

/** The days that must be read: a month's grid shows whole weeks. */
export function daysRead(view: PlanningView, { first, last }: DateRange): DateRange {
  return view === 'mois' ? { first: weekOf(first).first, last: weekOf(last).last } : { first, last };
}

/** "Du 23 au 29 novembre 2026", "Du 30 novembre au 6 décembre 2026". */
function rangeTitle(first: string, last: string): string {
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const from = sameMonth ? dayPlain(first).split(' ')[0] : dayPlain(first, { reference: last });
  return `Du ${from} au ${dayPlain(last, { year: true })}`;
}

/** "Mardi 24 novembre", the year when it is not this one. */
export const dayTitle = (date: string, today: string): string => capital(dayLong(date, { reference: today }));
