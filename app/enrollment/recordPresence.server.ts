import type { Tx } from '#app/db/client.server.ts';

/** Attendance tells who came, or no longer did: it serves priority rules and quotas on presences. Twice is harmless. */
export async function recordPresence(
  tx: Tx,
  presence: { sessionId: string; personId: string; collectiviteId: string; came: boolean },
  at: Date,
): Promise<void> {
  const { sessionId, personId, collectiviteId, came } = presence;
  if (!came) {
    await tx.presence.deleteMany({ where: { sessionId, personId } });
    return;
  }
  await tx.presence.createMany({ data: { sessionId, personId, collectiviteId, at }, skipDuplicates: true });
}
