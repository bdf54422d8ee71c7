import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { fileDeedPage } from '#app/training/deed-pages.server.ts';
import { moveFile } from '#app/training/moveFile.server.ts';
import { wordForm } from '#app/training/plan.schema.server.ts';
import { DeedForm } from './deed-form.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { planErrors } from './plan-answer.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.words.title ?? 'Dossier'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await fileDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await fileDeedPage(actor, { id: requireId(params), slug: params.acte ?? '' });
  if (!page) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedIn(form, ['mot', 'employeur']);
  const parsed = wordForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { mot: word, employeur: employer } = parsed.data;
  const outcome = await moveFile(actor, { fileId: page.id, to: page.to, word, employer }, context.now());
  if (!outcome.ok) return data({ errors: planErrors(outcome.refusal), typed }, { status: 409 });
  const text = `${page.words.done}${outcome.toCall === 0 ? '' : ' Elle n’a pas d’e-mail : appelez-la.'}`;
  throw doneAt(`/animation/lignes/${page.lineId}`, text, context);
}

export default function DossierActe() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const asked = page.to === 'COMPLETE' ? { employer: page.employer } : {};
  return <DeedForm page={page} refused={refused} {...asked} />;
}
