import { readMailToken } from '#app/mail/links.server.ts';
import type { AskedActor } from '#app/people/actor.ts';

/**
 * The intervenant who holds the link of a mail that asked him to come.
 *
 * @throws 404 for what we did not sign, or signed for another purpose
 */
export function requireProposed(token: string | undefined): AskedActor {
  const secret = process.env.SESSION_SECRET;
  if (!secret) throw new Error('SESSION_SECRET is not set');
  const read = readMailToken(secret, 'propose', token ?? '');
  if (!read) throw new Response(null, { status: 404 });
  return { kind: 'asked', personId: read.enrollmentId, round: read.round };
}
