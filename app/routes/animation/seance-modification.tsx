import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { editPreview, sessionEditPage } from '#app/enrollment/session-edit-page.server.ts';
import { readEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { EditScreen } from './edit-screen.tsx';

export const meta: MetaFunction = () => [{ title: 'Modifier la séance · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await sessionEditPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Says what the change would do; nothing is written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const read = readEdit(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: errorsByField(read.issues), preview: null }, { status: 400 });
  const preview = await editPreview(actor, { sessionId, edit: read.edit }, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  return { typed, errors: {}, preview };
}

export default function Modification() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EditScreen
      page={page}
      typed={answer?.typed ?? page.typed}
      errors={answer?.errors ?? {}}
      preview={answer?.preview ?? null}
    />
  );
}
