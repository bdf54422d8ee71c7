import { readAskToken, type AskPurpose } from '#app/mail/ask-links.server.ts';
import { linkSecret } from '#app/mail/signed-token.server.ts';
import type { AskedBearer } from '#app/training/linked-invite.server.ts';

/**
 * Whoever holds the link of a mail that asked her something.
 *
 * @throws 404 for what we did not sign, or signed for another purpose
 */
export function requireAsked(purpose: AskPurpose, token: string | undefined): AskedBearer {
  const id = readAskToken(linkSecret(), purpose, token ?? '');
  if (id === null) throw new Response(null, { status: 404 });
  return { kind: 'asked', purpose, id };
}
