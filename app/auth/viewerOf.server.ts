import { actorOf, type Asking } from '#app/auth/actors.server.ts';
import { sectionsOf } from '#app/auth/home.ts';
import type { Viewer } from '#app/auth/load-context.ts';

/**
 * What the server puts in every load context: who asks, and how the page's frame shows her.
 *
 * @param cookies the `Cookie` header
 * @param appUrl the public address: https makes the cookie `__Host-`
 */
export async function viewerOf(
  cookies: string | null | undefined,
  now: Date,
  appUrl: string,
): Promise<Asking & { viewer: Viewer | null }> {
  const asking = await actorOf(cookies, now, appUrl);
  const { actor } = asking;
  return { ...asking, viewer: actor.kind === 'person' ? { name: actor.name, sections: sectionsOf(actor) } : null };
}
