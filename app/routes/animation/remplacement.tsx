import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { returnOf, safeReturn } from '#app/auth/safe-return.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { readReplacement } from '#app/catalog/replacement.schema.server.ts';
import { replacedInWords, replacementMessage } from '#app/catalog/replacement-words.ts';
import { replaceAnimator } from '#app/catalog/replaceAnimator.server.ts';
import { replacementPage } from '#app/catalog/replacements.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ReplacementForm } from './replacement-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: `Remplacement : ${found?.page.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await replacementPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  return { page, absent: searchParams.get('absente'), back: returnOf(request.url) };
}

/** Gives the session to a colleague; both are told. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const form = await readForm(request);
  const read = readReplacement(form);
  const typed = { absent: textOf(form, 'absente'), chosen: textOf(form, 'remplacante'), reason: textOf(form, 'motif') };
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed }, { status });
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const outcome = await replaceAnimator(actor, { sessionId, ...read.change }, context.now());
  if (!outcome.ok) {
    if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
    return refused({ remplacante: replacementMessage(outcome.refusal) }, 409);
  }
  const to = safeReturn(textOf(form, 'retour')) ?? `/animation/seances/${sessionId}`;
  throw saidAt(to, { severity: 'success', text: replacedInWords(outcome) }, context);
}

export default function Remplacement() {
  const { page, absent, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<KindMark kind={page.kind} />}
        title={`Qui anime ? ${page.title}`}
        lead={`${page.when} · ${page.place} · ${page.relais}`}
      />
      <ReplacementForm
        page={page}
        typed={refused?.typed ?? { absent: absent ?? '', chosen: '', reason: '' }}
        errors={refused?.errors ?? {}}
        back={back ?? `/animation/seances/${page.sessionId}`}
      />
    </>
  );
}
