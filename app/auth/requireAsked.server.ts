import { readAskToken, type AskPurpose } from '#app/mail/ask-links.server.ts';
import type { AskedBearer } from '#app/training/linked-invite.server.ts';

/**
 * Whoever holds the link of a mail that asked her something.
 *
 * @throws 404 for what we did not sign, or signed for another purpose
 */
export function requireAsked(purpose: AskPurpose, token: string | undefined): AskedBearer {
  const secret = process.env.SESSION_SECRET;
  if (!secret) throw new Error('SESSION_SECRET is not set');
  const id = readAskToken(secret, purpose, token ?? '');
  if (id === null) throw new Response(null, { status: 404 });
  return { kind: 'asked', purpose, id };
}
