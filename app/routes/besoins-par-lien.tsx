import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireAsked } from '#app/auth/requireAsked.server.ts';
import { bearerHeaders } from '#app/auth/requireBearer.server.ts';
import { answerCampaign } from '#app/training/answerCampaign.server.ts';
import { campaignAnswer } from '#app/training/campaign-answer.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { needFields, needForm, typedNeed } from '#app/training/need.schema.server.ts';
import { CampaignAnswer } from './campaign-answer.tsx';

export const meta: MetaFunction = () => [{ title: 'Vos besoins de formation · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what is asked; answers nothing. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const page = await campaignAnswer(requireAsked('need', params.token), now());
  if (!page) throw new Response(null, { status: 404 });
  return data({ page }, { status: page.state === 'OPEN' ? 200 : 410 });
}

/** Says a need; the page then thanks her and lets her say another. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const bearer = requireAsked('need', params.token);
  const form = await readForm(request);
  const typed = typedNeed(form);
  const parsed = needForm.safeParse(needFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { theme: themeId, mots: words, pourquoi: why, convient: suits, quand: urgency } = parsed.data;
  const outcome = await answerCampaign(bearer, { themeId, words, why, suits, urgency }, now());
  const here = new URL(request.url).pathname;
  if (outcome.ok || outcome.refusal.code === 'OVER') return redirect(here, { status: 303 });
  if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ errors: { theme: trainingMessage(outcome.refusal) }, typed }, { status: 409 });
}

export default function BesoinsParLien() {
  const { page } = useLoaderData<typeof loader>();
  return <CampaignAnswer page={page} refused={useActionData<typeof action>()} />;
}
