import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { changeIntroduction } from '#app/people/changeIntroduction.server.ts';
import { introductionPage, introductionPreview } from '#app/people/introductions.server.ts';
import { introductionMessage } from '#app/people/messages-words.ts';
import { IntroductionScreen } from './introduction-page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Introduction : ${found?.page.label ?? 'e-mail'} · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await introductionPage(actor, params.template ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, preview: await introductionPreview(actor, page.template, page.text) };
}

/** Puts these words above the mail from now on. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const text = textOf(await readForm(request), 'texte');
  const template = params.template ?? '';
  const outcome = await changeIntroduction(actor, { template, text }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ typed: text, error: introductionMessage(outcome.refusal) }, { status: 400 });
  const done = { severity: 'success', text: 'L’introduction est enregistrée.' } as const;
  return saidAt(`/animation/messages/introductions/${template}`, done, context);
}

export default function Introduction() {
  const { page, preview } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <IntroductionScreen page={page} preview={preview} typed={refused?.typed} error={refused?.error} />;
}
