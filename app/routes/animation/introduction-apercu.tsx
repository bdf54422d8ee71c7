import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { introductionPage, introductionPreview } from '#app/people/introductions.server.ts';
import { IntroductionScreen } from './introduction-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Aperçu d’une introduction · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await introductionPage(actor, params.template ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, preview: await introductionPreview(actor, page.template, page.text) };
}

/** Shows the mail with what is typed above; nothing is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await introductionPage(actor, params.template ?? '', context.now());
  if (!page) throw new Response(null, { status: 404 });
  const typed = textOf(await readForm(request), 'texte').slice(0, 5000);
  return data({ typed, preview: await introductionPreview(actor, page.template, typed) });
}

export default function IntroductionApercu() {
  const { page, preview } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  return <IntroductionScreen page={page} preview={given ? given.preview : preview} typed={given?.typed} />;
}
