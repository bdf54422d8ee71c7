import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { changeMessages } from '#app/people/changeMessages.server.ts';
import { messagesFields, messagesForm } from '#app/people/messages-form.schema.server.ts';
import { messagesMessage } from '#app/people/messages-words.ts';
import { myMessages } from '#app/people/my-messages.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Browsers } from './message-browsers.tsx';
import { Follows } from './message-follows.tsx';
import { MessagesForm } from './message-preferences.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes messages · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mine = await myMessages(requireActor(context, request));
  if (!mine) throw new Response(null, { status: 404 });
  return mine;
}

/** Changes how she hears of things. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const typed = { canaux: form.getAll('canaux').map(String), rappels: form.getAll('rappels').map(Number) };
  const parsed = messagesForm.safeParse(messagesFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { canaux: wanted, rappels: remindDays, 'calme-de': from, 'calme-a': until } = parsed.data;
  const outcome = await changeMessages(actor, { wanted, remindDays, quiet: { from, until } }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ errors: messagesMessage(outcome.refusal), typed }, { status: 409 });
  return saidAt('/mon-espace/messages', { severity: 'success', text: 'C’est enregistré.' }, context);
}

export default function MesMessages() {
  const mine = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/mon-espace" className="inline-flex min-h-11 items-center">
              Mon espace
            </Link>
          </p>
        }
        title="Mes messages"
        lead="Ce que le relais vous écrit, par où, et quand."
        chain
      >
        <p className="pt-2">
          <Link to="/mon-espace/messages/envois" className="inline-flex min-h-11 items-center">
            Les messages que j’ai reçus
          </Link>
        </p>
      </PageHeader>
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <MessagesForm mine={mine} refused={useActionData<typeof action>()} />
        <div className="grid gap-6">
          <Follows mine={mine} />
          <Browsers browsers={mine.browsers} pushKey={mine.pushKey} />
        </div>
      </div>
    </>
  );
}
