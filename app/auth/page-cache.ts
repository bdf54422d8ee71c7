import type { Actor } from '#app/people/actor.ts';

/**
 * How long a browser may keep a public page: half a minute for a visitor; for one who is signed in it asks again each
 * time. Never a shared cache: each answer bears its own script nonce.
 */
export function pageCache(actor: Actor): { headers: Record<string, string> } {
  const cache = actor.kind === 'person' ? 'private, no-cache' : 'private, max-age=30';
  return { headers: { 'Cache-Control': cache, Vary: 'Cookie' } };
}
