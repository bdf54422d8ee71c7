import type { Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';

export type HistoryEntry = {
  collectiviteId: string;
  /** null: the application itself (allocation, expiry). */
  actorId: string | null;
  subject: 'enrollment' | 'session' | 'activity' | 'person' | 'relais' | 'account';
  subjectId: string;
  what: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes who did what, when, in the caller's transaction. Nothing is deleted or changed here, ever. */
export async function record(tx: Tx, now: Date, entries: HistoryEntry | readonly HistoryEntry[]): Promise<void> {
  const rows = [entries].flat();
  if (rows.length === 0) return;
  await tx.history.createMany({ data: rows.map((row) => ({ ...row, detail: row.detail ?? {}, at: now })) });
}
