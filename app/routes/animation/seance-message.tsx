import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { messageAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { readMessage } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { messagePage } from '#app/enrollment/message-recipients.server.ts';
import { MessageForm } from './message-form.tsx';
import { toDesk } from './to-desk.ts';

export const meta: MetaFunction = () => [{ title: 'Écrire aux inscrites · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await messagePage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Sends; the same form sent twice is one message. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const read = readMessage(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const { destinataires: audience, objet: subject, message: text, cle: key } = read.form;
  const deed = await messageAtDesk(
    actor,
    { sessionId: requireId(params), audience, subject, text, key },
    context.now(),
  );
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Message() {
  const { head, people, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={head} title="Écrire aux inscrites" />
      <MessageForm head={head} people={people} typed={refused?.typed} formKey={key} errors={refused?.errors ?? []} />
    </>
  );
}
