import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { billMessage, isBillState, MONEY_WORDS } from '#app/attendance/bill-state.ts';
import { intervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { undoBill } from '#app/attendance/undoBill.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { Button } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Reprendre un état · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const card = await intervenantCard(requireStaff(context, request), requireId(params), context.now());
  const wanted = new URL(request.url).searchParams.get('intervention');
  const date = card?.past.find(({ assignmentId, mayWrite }) => assignmentId === wanted && mayWrite);
  if (!card || !date) throw new Response(null, { status: 404 });
  return { personId: card.personId, name: card.name, date };
}

/** Takes the last state back, and says why. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, ['motif']);
  const state = textOf(form, 'etat');
  const input = { assignmentId: textOf(form, 'intervention'), reason: typed.motif ?? '' };
  const outcome = await undoBill(actor, { ...input, state: isBillState(state) ? state : 'PLANNED' }, context.now());
  if (outcome.ok) throw doneAt(`/animation/intervenants/${requireId(params)}`, 'L’état est repris.', context);
  const { code } = outcome.refusal;
  if (code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  return data({ errors: { motif: billMessage(code) }, typed }, { status: code === 'REASON_NEEDED' ? 400 : 409 });
}

export default function EtatAnnulation() {
  const { personId, name, date } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<Link to={`/animation/intervenants/${personId}`}>Retour à sa fiche</Link>}
        title={`Reprendre « ${MONEY_WORDS[date.state]} »`}
        lead={`${name}, ${date.title}, ${date.when}`}
      />
      <form method="post" className="grid max-w-2xl gap-5 pt-6" noValidate>
        <input type="hidden" name="intervention" value={date.assignmentId} />
        <input type="hidden" name="etat" value={date.state} />
        <TextField
          name="motif"
          label="Pourquoi ?"
          hint="La raison reste dans l’historique."
          maxLength={300}
          refused={refused}
        />
        <Button variant="danger">Reprendre cet état</Button>
      </form>
    </>
  );
}
