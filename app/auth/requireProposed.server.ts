import { readMailToken } from '#app/mail/links.server.ts';
import { linkSecret } from '#app/mail/signed-token.server.ts';
import type { AskedActor } from '#app/people/actor.ts';

/**
 * The intervenant who holds the link of a mail that asked him to come.
 *
 * @throws 404 for what we did not sign, or signed for another purpose
 */
export function requireProposed(token: string | undefined): AskedActor {
  const read = readMailToken(linkSecret(), 'propose', token ?? '');
  if (!read) throw new Response(null, { status: 404 });
  return { kind: 'asked', personId: read.id, round: read.round };
}
