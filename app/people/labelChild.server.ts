import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { localDate } from '#app/time/local.ts';
import { actorId, type Actor } from './actor.ts';
import { birthMonthRefusal, labelRefusal, tidyLabel, type LabelRefusal } from './child-label.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownSpace } from './own-space.server.ts';

export type ChildLabel = {
  /** Absent: a new label; else the one of hers that changes. */
  childId?: string;
  /** First name or nickname, one line, never a surname. */
  label: string;
  /** `YYYY-MM`. */
  birthMonth: string;
  /** "le mien" rather than "accueilli". */
  own: boolean;
};

type Refusal = { code: LabelRefusal | 'NOT_FOUND' | 'ALREADY_THERE' };

/**
 * Gives a child she brings a label, or changes it. Refuses what is no first name, an impossible month of birth, a label
 * she already uses with that month, and a child that is not hers. The label itself is kept out of the history.
 */
export async function labelChild(
  actor: Actor,
  input: ChildLabel,
  now: Date,
  tx?: Tx,
): Promise<Outcome<{ childId: string }, Refusal>> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownSpace(tx, actor);
    if (!owner) return refuse({ code: 'NOT_FOUND' });
    const wrong = labelRefusal(input.label) ?? birthMonthRefusal(input.birthMonth, localDate(now, owner.zone));
    if (wrong) return refuse({ code: wrong });
    const { personId, collectiviteId } = owner;
    const data = { label: tidyLabel(input.label), birthMonth: new Date(`${input.birthMonth}-01`), own: input.own };
    const hers = await tx.child.findMany({ where: { personId, leftAt: null } });
    const { childId = crypto.randomUUID() } = input;
    if (input.childId && !hers.some(({ id }) => id === childId)) return refuse({ code: 'NOT_FOUND' });
    const same = hers.some(
      (child) =>
        child.id !== childId && child.label === data.label && child.birthMonth?.getTime() === data.birthMonth.getTime(),
    );
    if (same) return refuse({ code: 'ALREADY_THERE' });
    await tx.child.upsert({
      where: { id: childId, personId },
      create: { ...data, id: childId, personId, collectiviteId, createdAt: now },
      update: data,
    });
    const what = input.childId ? 'child.changed' : 'child.labelled';
    const who = { collectiviteId, actorId: actorId(actor) };
    await record(tx, now, { ...who, subject: 'person', subjectId: personId, what, detail: { childId } });
    return { ok: true, childId };
  });
}
