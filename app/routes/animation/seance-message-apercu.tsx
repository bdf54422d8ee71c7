import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { readMessage, type TypedMessage } from '#app/enrollment/desk.schema.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { messagePage, type Audience, type MessagePage } from '#app/enrollment/message-recipients.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { MessageForm } from './message-form.tsx';
import { ToCall } from './to-call.tsx';

export const meta: MetaFunction = () => [{ title: 'Relire le message · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await messagePage(actor, requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { ...page, sender: actor.name };
}

/** Shows the message as it will be read; nothing is sent nor kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = await messagePage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  if (form.has('corriger')) return data({ typed: readMessage(form).typed, errors: [], ready: null });
  const read = readMessage(form);
  if (!read.ok) return data({ typed: read.typed, errors: read.errors, ready: null }, { status: 400 });
  return data({ typed: read.typed, errors: [], ready: read.form.destinataires });
}

export default function Apercu() {
  const { head, people, key, sender } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  if (!given?.ready) {
    return (
      <>
        <DeskHeader head={head} title="Écrire aux inscrites" />
        <MessageForm head={head} people={people} typed={given?.typed} formKey={key} errors={given?.errors ?? []} />
      </>
    );
  }
  return (
    <>
      <DeskHeader head={head} title="Relire le message" />
      <Preview
        sessionId={head.sessionId}
        typed={given.typed}
        audience={given.ready}
        people={people}
        signature={`${sender}, ${head.relais}`}
      />
    </>
  );
}

interface PreviewProps {
  sessionId: string;
  typed: TypedMessage;
  audience: Audience;
  people: MessagePage;
  signature: string;
}

function Preview({ sessionId, typed, audience, people, signature }: PreviewProps) {
  const { mailed, toCall } = people[audience];
  const here = `/animation/seances/${sessionId}/message`;
  return (
    <div className="mt-5 grid w-full max-w-2xl gap-5">
      <article className="panel grid gap-3" aria-label="Message">
        <h2>{typed.objet}</h2>
        <p>Bonjour,</p>
        <Paragraphs text={typed.message} />
        <p>{signature}</p>
      </article>
      <ToCall people={toCall} title="Ne le recevront pas, à appeler" />
      <Form method="post" action={here} className="flex flex-wrap gap-3">
        <input type="hidden" name="cle" value={typed.cle} />
        <input type="hidden" name="destinataires" value={typed.destinataires} />
        <input type="hidden" name="objet" value={typed.objet} />
        <input type="hidden" name="message" value={typed.message} />
        <Button disabled={mailed === 0}>Envoyer {plural(mailed, 'e-mail', 'e-mails')}</Button>
        <Button variant="quiet" formAction={`${here}/apercu`} name="corriger" value="oui">
          Corriger
        </Button>
      </Form>
    </div>
  );
}
