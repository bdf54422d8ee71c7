/** The application's clock: the machine's, or one that started at a given instant and ticks on from there. */
export type Clock = () => Date;

/**
 * @param startAt instant the clock shows now (`NOW`); null: the machine's own time
 */
export function startClock(startAt: Date | null): Clock {
  if (startAt === null) return () => new Date();
  const ahead = startAt.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}
