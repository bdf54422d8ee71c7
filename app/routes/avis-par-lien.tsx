import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireAsked } from '#app/auth/requireAsked.server.ts';
import { bearerHeaders } from '#app/auth/requireBearer.server.ts';
import { answerFeedback } from '#app/training/answerFeedback.server.ts';
import { feedbackAsk } from '#app/training/feedback-asks.server.ts';
import { FeedbackForm } from '#app/training/feedback-form.tsx';
import { readFeedback } from '#app/training/feedback.schema.server.ts';

export const meta: MetaFunction = () => [{ title: 'Votre avis sur la formation · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows the questionnaire; answers nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
  const page = await feedbackAsk(requireAsked('feedback', params.token));
  if (!page) throw new Response(null, { status: 404 });
  return { page };
}

/** Keeps the answer, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const bearer = requireAsked('feedback', params.token);
  const read = readFeedback(await readForm(request));
  if (!read.ok) return data({ errors: read.errors, typed: read.typed }, { status: 400 });
  const outcome = await answerFeedback(bearer, read);
  if (!outcome.ok) throw new Response(null, { status: 404 });
  return redirect(new URL(request.url).pathname, { status: 303 });
}

export default function AvisParLien() {
  const { page } = useLoaderData<typeof loader>();
  return <FeedbackForm page={page} refused={useActionData<typeof action>()} />;
}
