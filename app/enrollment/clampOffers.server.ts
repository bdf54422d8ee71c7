import type { Tx } from '#app/db/client.server.ts';
import type { LoadedMeeting } from './meetings.server.ts';

/**
 * Brings the running offers of moved sessions within their new closing (rule 4), or, when it is over already, before
 * the start; in the caller's transaction.
 */
export async function clampOffers(tx: Tx, meetings: readonly LoadedMeeting[], now: Date): Promise<void> {
  if (meetings.length === 0) return;
  const latest = meetings.map(({ id, closesAt, startsAt }) => ({
    id,
    at: closesAt && closesAt > now ? closesAt : startsAt,
  }));
  await tx.$executeRaw`
    UPDATE "Enrollment" e SET "offerExpiresAt" = w.at
      FROM jsonb_to_recordset(${JSON.stringify(latest)}::jsonb) AS w (id uuid, at timestamptz)
     WHERE e."sessionId" = w.id AND e.state = 'OFFERED' AND e."offerExpiresAt" > w.at`;
}
