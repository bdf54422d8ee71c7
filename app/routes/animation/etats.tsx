import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { billMessage, isBillState } from '#app/attendance/bill-state.ts';
import { intervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { moveBills } from '#app/attendance/moveBills.server.ts';
import { saidAt } from '#app/auth/flash.server.ts';
import { idsOf, readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { plural } from '#app/time/french.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { BillsForm } from './bills-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Paiement des interventions · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const card = await intervenantCard(requireStaff(context, request), requireId(params), context.now());
  if (!card) throw new Response(null, { status: 404 });
  return { card };
}

/** Says what became of the comings ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const form = await readForm(request);
  const typed = {
    chosen: idsOf(form, 'interventions'),
    etat: textOf(form, 'etat'),
    reference: textOf(form, 'reference'),
  };
  if (!isBillState(typed.etat)) return data({ typed, error: { etat: 'Choisissez un état.' } }, { status: 400 });
  const input = { assignmentIds: typed.chosen, to: typed.etat, reference: typed.reference };
  const outcome = await moveBills(actor, input, context.now());
  if (outcome.ok) {
    const text = `${plural(outcome.moved, 'intervention est enregistrée', 'interventions sont enregistrées')}.`;
    throw saidAt(`/animation/intervenants/${personId}`, { severity: 'success', text }, context);
  }
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  const field = code === 'REFERENCE_NEEDED' ? 'reference' : 'etat';
  return data({ typed, error: { [field]: billMessage(code) } }, { status: code === 'NOTHING_CHOSEN' ? 400 : 409 });
}

export default function Etats() {
  const { card } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<Link to={`/animation/intervenants/${card.personId}`}>Retour à sa fiche</Link>}
        title={`Paiement : ${card.name}`}
      />
      <div className="grid gap-4 pt-6">
        <BillsForm card={card} dates={card.past} typed={refused?.typed} error={refused?.error} />
      </div>
    </>
  );
}
