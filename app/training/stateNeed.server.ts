import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { learnerFor, type Learner } from './learner.server.ts';
import type { TrainingRefusal } from './messages.ts';
import type { NeedSource, Suits, Urgency } from './need-words.ts';

export type NeedStated = {
  /** Whose need staff notes; absent: the actor's own. */
  personId?: string;
  themeId: string | null;
  /** Free words, beside the theme or instead of it; up to 500 characters. */
  words: string;
  why: string;
  suits: readonly Suits[];
  urgency: Urgency;
  source: Exclude<NeedSource, 'RENEWAL'>;
};

/**
 * Says what a professional wishes to learn: herself, or the staff of her relais from an interview or a call. The same
 * theme (or the same words) again changes the need that is there. Refuses when nothing is said, a theme no longer
 * proposed, someone of elsewhere, someone without relais.
 */
export async function stateNeed(
  actor: Actor,
  input: NeedStated,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ needId: string; again: boolean }, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const learner = await learnerFor(tx, actor, 'need.write', input.personId, now);
    if (!learner) return refuse({ code: 'NOT_FOUND' });
    const words = input.words.trim();
    if (input.themeId === null && words === '') return refuse({ code: 'NOTHING_SAID' });
    if (learner.relaisId === null) return refuse({ code: 'NO_RELAIS' });
    if (input.themeId !== null && !(await isProposed(tx, learner, input.themeId))) {
      return refuse({ code: 'THEME_UNKNOWN' });
    }
    await lockPersons(tx, [learner.personId]);
    const { needId, again } = await write(tx, learner, learner.relaisId, { ...input, words }, actor, now);
    const what = again ? 'need.changed' : 'need.stated';
    const who = { collectiviteId: learner.collectiviteId, actorId: actorId(actor), subject: 'need' as const };
    await record(tx, now, { ...who, subjectId: needId, what, detail: { source: input.source } });
    return { ok: true, needId, again };
  });
}

async function isProposed(tx: Tx, { collectiviteId, relaisId }: Learner, id: string): Promise<boolean> {
  const where = { id, collectiviteId, retiredAt: null, OR: [{ relaisId: null }, { relaisId }] };
  return (await tx.trainingTheme.count({ where })) > 0;
}

async function write(
  tx: Tx,
  { personId, collectiviteId }: Learner,
  relaisId: string,
  { themeId, words, why, suits, urgency, source }: NeedStated,
  actor: Actor,
  now: Date,
): Promise<{ needId: string; again: boolean }> {
  const said = { words, why: why.trim(), suits: [...new Set(suits)], urgency, changedAt: now };
  const same = themeId === null ? { themeId, words } : { themeId };
  const there = await tx.trainingNeed.findFirst({
    where: { personId, withdrawnAt: null, ...same },
    select: { id: true },
  });
  if (there) {
    await tx.trainingNeed.update({ where: { id: there.id }, data: said });
    return { needId: there.id, again: true };
  }
  const made = { collectiviteId, personId, relaisId, themeId, source, createdAt: now, createdById: actorId(actor) };
  const { id } = await tx.trainingNeed.create({ data: { ...made, ...said }, select: { id: true } });
  return { needId: id, again: false };
}
