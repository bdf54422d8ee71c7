import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { dayPlain, list } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { learnerFor } from './learner.server.ts';
import { labelOf, SOURCES, SUITS, URGENCIES } from './need-words.ts';
import { themesOf, type Theme } from './themes.server.ts';

export type MyNeed = {
  id: string;
  title: string;
  words: string;
  why: string;
  /** "Le samedi et à distance"; '' when nothing was said. */
  suits: string;
  urgency: string;
  /** "Noté au téléphone le 3 novembre" */
  said: string;
  /** "avant le 12 mars 2027"; null unless it must be renewed. */
  due: string | null;
};

/**
 * What someone wishes to learn or must renew, the renewals first, and the themes she may choose. Null: no file, or not of
 * a relais where the actor reads needs.
 *
 * @param personId absent: the actor herself
 */
export async function myNeeds(
  actor: Actor,
  now: Date,
  personId?: string,
  tx: Tx = db(),
): Promise<{ needs: MyNeed[]; themes: Theme[] } | null> {
  const learner = await learnerFor(tx, actor, 'need.read', personId, now);
  if (!learner) return null;
  const rows = await tx.trainingNeed.findMany({
    where: { personId: learner.personId, withdrawnAt: null },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
    include: { theme: { select: { title: true } } },
  });
  const themes = await themesOf(learner, tx);
  const needs = rows.map(({ id, theme, words, why, suits, urgency, source, dueOn, createdAt }) => ({
    ...{ id, why },
    title: theme?.title ?? words,
    words: theme && theme.title !== words ? words : '',
    suits: list(suits.map((code) => labelOf(SUITS, code))),
    urgency: labelOf(URGENCIES, urgency),
    said: `${labelOf(SOURCES, source)} le ${dayPlain(localDate(createdAt, learner.zone))}`,
    due: dueOn && `avant le ${dayPlain(dueOn.toISOString().slice(0, 10), { year: true })}`,
  }));
  return { needs, themes };
}
