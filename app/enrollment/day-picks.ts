import type { PlannedSession } from '#app/catalog/planned-session.ts';

export type DayPick = { date: string | null; sessions: PlannedSession[]; others: PlannedSession[] };

/**
 * Today's sessions, else those of the next day that has any: hers first of all; those of her relais when she leads none
 * in these days. `others`: the rest of today. Drafts are not yet to come, and what is cancelled counts on its own day only.
 *
 * @param planned by start, from `today` on
 */
export function pickDay(planned: readonly PlannedSession[], today: string): DayPick {
  const dateOf = ({ start }: PlannedSession) => (start.slice(0, 10) < today ? today : start.slice(0, 10));
  const shown = planned.filter(
    (one) => one.state === 'PUBLISHED' || (one.state === 'CANCELLED' && dateOf(one) === today),
  );
  const hers = shown.filter(({ mine }) => mine);
  const first =
    hers.find(({ state }) => state === 'PUBLISHED') ??
    hers[0] ??
    shown.find(({ state }) => state === 'PUBLISHED') ??
    shown[0];
  if (first === undefined) return { date: null, sessions: [], others: [] };
  const date = dateOf(first);
  const ofDay = shown.filter((one) => dateOf(one) === date);
  const mine = ofDay.filter((one) => one.mine);
  const sessions = mine.length > 0 ? mine : ofDay;
  return { date, sessions, others: shown.filter((one) => dateOf(one) === today && !sessions.includes(one)) };
}
