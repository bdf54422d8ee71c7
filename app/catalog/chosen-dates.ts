import type { CohortWeeks } from './cohort-weeks.ts';

/** The weeks an address or a form asks for; null: none, or not weeks. */
export function weeksAsked(text: string | null): CohortWeeks | null {
  return text === 'ALL' || text === 'ODD' || text === 'EVEN' ? text : null;
}

/** What the form of a group's dates says. */
export function chosenDates(form: FormData) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const weeks = weeksAsked(text('semaines')) ?? 'ALL';
  return {
    activityId: text('activite'),
    listed: form.getAll('montree').map(String),
    chosen: form.getAll('seance').map(String),
    follow: text('suivre') === '' ? null : { weeks, seriesId: text('serie') || null },
  };
}
