import type { Limit } from '#app/auth/limits.ts';
import type { Limited } from '#app/auth/outcomes.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import { db } from '#app/db/client.server.ts';

/**
 * Counts one attempt, at once and for all processes, outside any transaction so that a refusal stays counted.
 *
 * @param subject an e-mail, a network address: kept only as a fingerprint
 * @returns null within the limit, else when the window ends
 */
export async function countAttempt(limit: Limit, subject: string, now: Date): Promise<Limited | null> {
  const key = fingerprint('limit', `${limit.name}:${subject}`);
  const reset = new Date(now.getTime() + limit.minutes * 60_000);
  const rows = await db().$queryRaw<{ points: number; resetAt: Date }[]>`
    INSERT INTO limits.attempt AS a (key, points, reset_at) VALUES (${key}, 1, ${reset}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN a.reset_at <= ${now}::timestamptz THEN 1 ELSE a.points + 1 END,
      reset_at = CASE WHEN a.reset_at <= ${now}::timestamptz THEN EXCLUDED.reset_at ELSE a.reset_at END
    RETURNING points, reset_at AS "resetAt"`;
  const counted = rows[0];
  return counted && counted.points > limit.points ? { kind: 'limited', retryAt: counted.resetAt } : null;
}
