/** Who usually comes with a member: her labels, and others by band (its lower bound in months). */
export type UsualChildren = {
  childIds: readonly string[];
  others: readonly { fromMonths: number; count: number }[];
};

export const NOBODY: UsualChildren = { childIds: [], others: [] };

/** How many come with her. */
export function countUsual({ childIds, others }: UsualChildren): number {
  return childIds.length + others.reduce((sum, { count }) => sum + count, 0);
}

/** What a row holds (`Membership.children`): written here alone, so what cannot be read is nobody. */
export function storedChildren(json: unknown): UsualChildren {
  if (!Array.isArray(json)) return NOBODY;
  const rows: unknown[] = json;
  const childIds = rows.flatMap((row) => {
    const id: unknown = Reflect.get(Object(row), 'childId');
    return typeof id === 'string' ? [id] : [];
  });
  const others = rows.flatMap((row) => {
    const fromMonths: unknown = Reflect.get(Object(row), 'fromMonths');
    const count: unknown = Reflect.get(Object(row), 'count');
    return typeof fromMonths === 'number' && typeof count === 'number' ? [{ fromMonths, count }] : [];
  });
  return { childIds, others };
}

/** The same, as it is kept. */
export function childrenToStore({ childIds, others }: UsualChildren) {
  return [...childIds.map((childId) => ({ childId })), ...others.filter(({ count }) => count > 0)];
}
