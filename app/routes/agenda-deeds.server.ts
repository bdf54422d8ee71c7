import { data, type ActionFunctionArgs } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { changeFeedScope } from '#app/feeds/changeFeedScope.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import { revokeFeedToken } from '#app/feeds/revokeFeedToken.server.ts';
import { privateFeedUrl } from '#app/feeds/subscribe-addresses.ts';
import type { PersonActor } from '#app/people/actor.ts';

type Asked = Pick<ActionFunctionArgs, 'request' | 'context'>;

/** Makes a link, or another one: the former dies. Its address is known in this answer alone. */
export async function newLink(actor: PersonActor, { request, context }: Asked) {
  const contents = textOf(await readForm(request), 'contenu');
  const outcome = await renewFeedToken(actor, { contents }, { appUrl: context.appUrl }, context.now());
  if (outcome.outcome === 'notFound') throw data(null, { status: 404 });
  return { url: privateFeedUrl(outcome.token, context.appUrl) };
}

/** Ends the link at once, and leads back to its page. */
export async function endLink(actor: PersonActor, { context }: Asked, page: string) {
  await revokeFeedToken(actor, context.now());
  return saidAt(page, { severity: 'success', text: 'Votre lien d’agenda ne marche plus.' }, context);
}

/** Chooses what the link lists; its address stays. */
export async function chooseContents(actor: PersonActor, { request, context }: Asked, page: string) {
  const scope = textOf(await readForm(request), 'contenu') === 'relais' ? 'RELAIS' : 'OWN';
  const { outcome } = await changeFeedScope(actor, { scope }, context.now());
  if (outcome === 'notFound') throw data(null, { status: 404 });
  return saidAt(page, { severity: 'success', text: 'Votre choix est enregistré.' }, context);
}
