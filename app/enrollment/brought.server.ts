import type { DbOrTx } from '#app/db/client.server.ts';
import { ageInMonths } from '#app/time/local.ts';
import type { Asked } from './admission.ts';
import { dateOf, type LoadedMeeting } from './meetings.server.ts';
import { bandOfAge, bandsOf } from './party.ts';

/** The children someone says she brings: her labels, and others by band (its lower bound in months). */
export type BroughtInput = {
  childIds: readonly string[];
  others: readonly { fromMonths: number; count: number }[];
};

const MOST_CHILDREN = 30;

/** The children brought, each in its band on the session's date; null when a label is not hers or a band does not exist. */
export async function childrenBrought(
  db: DbOrTx,
  personId: string,
  input: BroughtInput,
  meeting: LoadedMeeting,
): Promise<Asked['children'] | null> {
  const wanted = [...new Set(input.childIds)];
  const labels =
    wanted.length === 0
      ? []
      : await db.child.findMany({
          where: { id: { in: wanted }, personId, leftAt: null },
          select: { id: true, birthMonth: true, own: true },
        });
  if (labels.length !== wanted.length) return null;
  const date = dateOf(meeting);
  const labelled = labels.map(({ id, birthMonth, own }) => {
    const ageMonths = birthMonth ? Math.max(0, ageInMonths(birthMonth.toISOString().slice(0, 7), date)) : null;
    return { childId: id, own, ageMonths, ...bandOfAge(ageMonths, meeting.ageBands) };
  });
  const others = othersIn(input.others, bandsOf(meeting.ageBands));
  if (others === null || labelled.length + others.length > MOST_CHILDREN) return null;
  return [...labelled, ...others];
}

function othersIn(others: BroughtInput['others'], bands: ReturnType<typeof bandsOf>): Asked['children'] | null {
  const children = others.map(({ fromMonths, count }) => {
    const band = bands.find((one) => one.fromMonths === fromMonths);
    if (!band || !Number.isInteger(count) || count < 0 || count > MOST_CHILDREN) return null;
    return Array.from({ length: count }, () => ({ childId: null, own: false, ageMonths: null, ...band }));
  });
  return children.includes(null) ? null : children.flatMap((list) => list ?? []);
}
