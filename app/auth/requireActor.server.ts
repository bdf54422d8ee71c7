import { redirect, type AppLoadContext } from '@remix-run/node';

import { signInPath } from '#app/auth/safe-return.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { isStaff } from '#app/people/permissions.ts';

/**
 * The person who asks.
 *
 * @throws a redirect to the sign-in page, which leads back here, for an anonymous visitor
 */
export function requireActor({ actor }: Pick<AppLoadContext, 'actor'>, request: Request): PersonActor {
  if (actor.kind === 'person') return actor;
  const { pathname, search } = new URL(request.url);
  throw redirect(signInPath(`${pathname}${search}`));
}

/**
 * The member of a relais's team who asks.
 *
 * @throws a redirect to the sign-in page for an anonymous visitor; 404 for who works in no relais
 */
export function requireStaff(context: Pick<AppLoadContext, 'actor'>, request: Request): PersonActor {
  const actor = requireActor(context, request);
  if (!isStaff(actor)) throw new Response(null, { status: 404 });
  return actor;
}
