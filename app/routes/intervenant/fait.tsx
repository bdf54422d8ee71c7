import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { billMessage } from '#app/attendance/bill-state.ts';
import { confirmDone } from '#app/attendance/confirmDone.server.ts';
import { practicalSheet } from '#app/attendance/practical-sheet.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirmer une intervention · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sheet = await practicalSheet(requireActor(context, request), requireId(params), context.now());
  if (!sheet) throw new Response(null, { status: 404 });
  return { sheet };
}

/** Confirms that it took place. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sheet = await practicalSheet(actor, requireId(params), context.now());
  if (!sheet) throw new Response(null, { status: 404 });
  const outcome = await confirmDone(actor, { assignmentId: sheet.assignmentId }, context.now());
  if (!outcome.ok) return data({ message: billMessage(outcome.refusal.code) }, { status: 409 });
  throw saidAt(
    '/intervenant',
    { severity: 'success', text: 'C’est noté : le relais peut payer cette intervention.' },
    context,
  );
}

export default function Fait() {
  const { sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { title, when, contact, money, ended } = sheet;
  return (
    <>
      <PageHeader title="Cette intervention a-t-elle eu lieu ?" lead={`${title}, ${when} · ${contact.relais}`} chain />
      <div className="grid max-w-2xl gap-5 pt-6">
        {refused && (
          <Notice severity="error" title="Ce n’est pas possible" role="alert">
            <p>{refused.message}</p>
          </Notice>
        )}
        {money !== 'PLANNED' && (
          <Notice severity="success" title="Vous l’avez confirmée">
            <p>Elle est dans votre relevé.</p>
          </Notice>
        )}
        {money === 'PLANNED' && !ended && <p>Vous pourrez le confirmer à la fin de la séance.</p>}
        {money === 'PLANNED' && ended && (
          <form method="post">
            <Button wide>Oui, elle a eu lieu</Button>
          </form>
        )}
        <p>
          <LinkButton to="/intervenant" variant="quiet">
            Mes interventions
          </LinkButton>
        </p>
      </div>
    </>
  );
}
