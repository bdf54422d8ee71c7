import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { givenList } from '#app/people/given-list.server.ts';
import { tryList } from '#app/people/tryList.server.ts';
import { ImportFrame } from './import-frame.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportUpload } from './import-upload.tsx';
import { choicesIn } from './list-choices.ts';

export const meta: MetaFunction = () => [{ title: 'Liste importée · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'no-store' });

/** Before a list is given, the form that takes one. No redirection: it would hide what the action answers. */
export function loader({ request, context }: LoaderFunctionArgs) {
  requireStaff(context, request);
  return null;
}

/** Adds those of a list who can be; sent again, it adds nobody. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const read = await givenList(form);
  if (!read.ok) return data({ error: read.error, tried: null }, { status: 400 });
  const tried = await tryList(actor, { list: read.list, ...choicesIn(form), apply: true }, context.now());
  return data({ error: null, tried });
}

export default function ImportAjout() {
  const answer = useActionData<typeof action>();
  return (
    <ImportFrame>
      {answer?.tried ? <ImportPreview tried={answer.tried} /> : <ImportUpload error={answer?.error ?? null} />}
    </ImportFrame>
  );
}
