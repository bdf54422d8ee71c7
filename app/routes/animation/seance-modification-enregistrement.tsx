import { data, type ActionFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { editSessions } from '#app/enrollment/editSessions.server.ts';
import { changeRefusalMessage } from '#app/enrollment/session-change-refusal.ts';
import { editPreview } from '#app/enrollment/session-edit-page.server.ts';
import { editedInWords, editField } from '#app/enrollment/session-edit-words.ts';
import { readEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { EditScreen } from './edit-screen.tsx';
import { loader, meta } from './seance-modification.tsx';

export { loader, meta };

/** Changes the session, or it and others of its series; what is refused is shown beside what was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const read = readEdit(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: errorsByField(read.issues), preview: null }, { status: 400 });
  const asked = { sessionId, edit: read.edit };
  const outcome = await editSessions(actor, asked, context.now());
  if (outcome.ok) {
    throw saidAt(`/animation/seances/${sessionId}`, { severity: 'success', text: editedInWords(outcome) }, context);
  }
  const preview = await editPreview(actor, asked, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  const errors = { [editField(outcome.refusal)]: changeRefusalMessage(outcome.refusal) };
  return data({ typed, errors, preview: preview.refusal === null ? preview : null }, { status: 409 });
}

export default function ModificationEnregistrement() {
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
