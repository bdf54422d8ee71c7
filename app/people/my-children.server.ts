import { db, type Tx } from '#app/db/client.server.ts';
import { months } from '#app/time/french.ts';
import { ageInMonths, localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { ownSpace } from './own-space.server.ts';

export type MyChild = {
  id: string;
  label: string;
  /** `YYYY-MM`; null: unknown. */
  birthMonth: string | null;
  /** In months on that day. */
  ageMonths: number | null;
  /** "14 mois", "2 ans et 6 mois"; null: unknown. */
  age: string | null;
  own: boolean;
};

/** The children the actor brings now, the youngest last; nothing for a visitor. */
export async function myChildren(actor: Actor, now: Date, tx: Tx = db()): Promise<MyChild[]> {
  const owner = await ownSpace(tx, actor);
  if (!owner) return [];
  const rows = await tx.child.findMany({
    where: { personId: owner.personId, leftAt: null },
    orderBy: [{ birthMonth: 'asc' }, { label: 'asc' }],
    select: { id: true, label: true, birthMonth: true, own: true },
  });
  const today = localDate(now, owner.zone);
  return rows.map(({ birthMonth, ...child }) => {
    const month = birthMonth?.toISOString().slice(0, 7) ?? null;
    const ageMonths = month === null ? null : ageInMonths(month, today);
    return { ...child, birthMonth: month, ageMonths, age: ageMonths === null ? null : months(ageMonths) };
  });
}
