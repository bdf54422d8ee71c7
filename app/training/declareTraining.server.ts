import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockPersons } from '#app/db/locks.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { localDate } from '#app/time/local.ts';
import { closeRenewals } from './closeRenewals.server.ts';
import { learnerFor } from './learner.server.ts';
import type { TrainingRefusal } from './messages.ts';
import type { ProofGiven } from './proof-given.server.ts';
import { proofRefusal } from './proof.ts';
import { themesOf } from './themes.server.ts';
import { writeProof } from './writeProof.server.ts';

export type TrainingDeclared = {
  /** For whom staff writes it; absent: the actor. */
  personId?: string;
  themeId: string | null;
  title: string;
  organisation: string;
  /** Its last day, `YYYY-MM-DD`. */
  on: string;
  hours: number;
  /** The département's initial training: apart from the yearly hours. */
  initial: boolean;
  /** Until when its certificate holds; null: it does not expire. */
  expiresOn: string | null;
  /** The paper that shows it. */
  proof?: ProofGiven | null;
};

const MOST_HOURS = 400;

/**
 * Declares a training followed elsewhere or before. The same title on the same day is the one that is there. Refuses an
 * empty title, a day to come, an expiry before it, hours out of bounds, a theme not proposed, a proof that is neither PDF
 * nor photograph or is too large, someone of elsewhere. It closes the renewals it answers.
 */
export async function declareTraining(
  actor: Actor,
  input: TrainingDeclared,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ trainingId: string; again: boolean }, TrainingRefusal>> {
  return inTransaction(tx, async (tx) => {
    const learner = await learnerFor(tx, actor, 'need.write', input.personId, now);
    if (!learner) return refuse({ code: 'NOT_FOUND' });
    const title = input.title.trim();
    if (title === '') return refuse({ code: 'TITLE_EMPTY' });
    const { on, expiresOn, hours } = input;
    if (!(hours >= 0.5 && hours <= MOST_HOURS)) return refuse({ code: 'HOURS_WRONG' });
    if (on > localDate(now, learner.zone) || (expiresOn !== null && expiresOn <= on)) {
      return refuse({ code: 'DATES_WRONG' });
    }
    const wrong = input.proof ? proofRefusal(input.proof.content) : null;
    if (wrong !== null) return refuse({ code: wrong });
    if (input.themeId !== null && !(await themesOf(learner, tx)).some(({ id }) => id === input.themeId)) {
      return refuse({ code: 'THEME_UNKNOWN' });
    }
    const { personId, collectiviteId } = learner;
    await lockPersons(tx, [personId]);
    const same = { personId, title, on: new Date(on), withdrawnAt: null };
    const there = await tx.declaredTraining.findFirst({ where: same, select: { id: true } });
    if (there) return { ok: true, trainingId: there.id, again: true };
    const { id } = await tx.declaredTraining.create({
      data: {
        ...same,
        collectiviteId,
        themeId: input.themeId,
        organisation: input.organisation.trim(),
        minutes: Math.round(hours * 60),
        initial: input.initial,
        expiresOn: expiresOn === null ? null : new Date(expiresOn),
        createdAt: now,
        createdById: actorId(actor),
      },
      select: { id: true },
    });
    if (input.proof) await writeProof(tx, { declaredId: id, collectiviteId }, input.proof, now);
    await closeRenewals(tx, [personId], now);
    const who = { collectiviteId, actorId: actorId(actor), subject: 'person' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'training.declared', detail: { trainingId: id } });
    return { ok: true, trainingId: id, again: false };
  });
}
