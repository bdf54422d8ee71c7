import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { declaredFieldOf } from '#app/training/declared-field.ts';
import { declaredForm } from '#app/training/declared.schema.server.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { myRecord } from '#app/training/my-record.server.ts';
import { proofGiven } from '#app/training/proof-given.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DeclaredForm } from './declared-form.tsx';
import { TrainingRecord } from './training-record.tsx';

export const meta: MetaFunction = () => [{ title: 'Mon parcours de formation · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const record = await myRecord(requireActor(context, request), context.now());
  if (!record) throw new Response(null, { status: 404 });
  return record;
}

/** Declares a training followed elsewhere. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const names = ['titre', 'organisme', 'fin', 'duree', 'initiale', 'validite', 'theme'] as const;
  const typed = Object.fromEntries(names.map((name) => [name, textOf(form, name)]));
  const parsed = declaredForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const declared = { ...parsed.data, proof: await proofGiven(form, 'justificatif') };
  const outcome = await declareTraining(actor, declared, context.now());
  if (!outcome.ok) {
    const errors = { [declaredFieldOf(outcome.refusal.code)]: trainingMessage(outcome.refusal) };
    return data({ errors, typed }, { status: 409 });
  }
  return saidAt(
    '/mon-espace/parcours',
    { severity: 'success', text: `« ${declared.title} » est dans votre parcours.` },
    context,
  );
}

export default function MonParcours() {
  const record = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mon parcours de formation"
        lead="Vos heures de l’année, vos formations, vos présences, et ce qui est à renouveler."
        chain
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to="/mon-espace/parcours.pdf" plain>
            Imprimer mon parcours (PDF)
          </LinkButton>
          <LinkButton to="/mon-espace/attestations" variant="quiet">
            Mes attestations
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <TrainingRecord record={record} />
        <DeclaredForm themes={record.themes} refused={useActionData<typeof action>()} />
        <p>
          <LinkButton to="/mon-espace" variant="quiet">
            Retour à mon espace
          </LinkButton>
        </p>
      </div>
    </>
  );
}
