import { readMailToken } from '#app/mail/links.server.ts';
import { linkSecret } from '#app/mail/signed-token.server.ts';
import type { BearerActor } from '#app/people/actor.ts';

/**
 * Whoever holds a link that one of our mails carried.
 *
 * @throws 404 for what we did not sign, or signed for another purpose
 */
export function requireBearer(purpose: BearerActor['purpose'], token: string | undefined): BearerActor {
  const read = readMailToken(linkSecret(), purpose, token ?? '');
  if (!read) throw new Response(null, { status: 404 });
  return { kind: 'bearer', purpose, enrollmentId: read.id, round: read.round };
}

/** Headers of the pages that a mail's link opens: no copy is kept, no engine lists them. */
export const bearerHeaders = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
