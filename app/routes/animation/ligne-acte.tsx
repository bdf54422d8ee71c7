import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { lineDeedPage } from '#app/training/deed-pages.server.ts';
import { moveLine } from '#app/training/moveLine.server.ts';
import { wordForm } from '#app/training/plan.schema.server.ts';
import { DeedForm } from './deed-form.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { callThem, planErrors } from './plan-answer.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.words.title ?? 'Formation'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await lineDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await lineDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedIn(form, ['mot']);
  const parsed = wordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { lineId, deed, words } = page;
  const outcome = await moveLine(actor, { lineId, deed, word: parsed.data.mot }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  throw doneAt(`/animation/lignes/${lineId}`, `${words.done}${callThem(outcome.toCall)}`, context);
}

export default function LigneActe() {
  return <DeedForm page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
