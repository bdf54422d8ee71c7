import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { answerFeedback } from '#app/training/answerFeedback.server.ts';
import { feedbackAsk } from '#app/training/feedback-asks.server.ts';
import { FeedbackForm } from '#app/training/feedback-form.tsx';
import { readFeedback } from '#app/training/feedback.schema.server.ts';

export const meta: MetaFunction = () => [{ title: 'Votre avis sur la formation · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await feedbackAsk({ self: requireActor(context, request), askId: requireId(params) });
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Keeps the answer, once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const answering = { self: requireActor(context, request), askId: requireId(params) };
  const read = readFeedback(await readForm(request));
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 400 });
  const outcome = await answerFeedback(answering, read);
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirect(new URL(request.url).pathname, { status: 303 });
}

export default function MonAvis() {
  const { page } = useLoaderData<typeof loader>();
  return <FeedbackForm page={page} refused={useActionData<typeof action>()} />;
}
