import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { myNeeds } from '#app/training/my-needs.server.ts';
import { needStandings } from '#app/training/need-standings.server.ts';
import { needFields, needForm, typedNeed } from '#app/training/need.schema.server.ts';
import { NeedForm } from '#app/training/need-form.tsx';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { NeedList } from './need-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes besoins de formation · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const mine = await myNeeds(actor, context.now());
  if (!mine) throw new Response(null, { status: 404 });
  return { ...mine, standings: await needStandings(actor, context.now()) };
}

/** Says what she wishes to learn. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const typed = typedNeed(form);
  const parsed = needForm.safeParse(needFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { theme: themeId, mots: words, pourquoi: why, convient: suits, quand: urgency } = parsed.data;
  const outcome = await stateNeed(actor, { themeId, words, why, suits, urgency, source: 'SELF' }, context.now());
  if (!outcome.ok) return data({ errors: { theme: trainingMessage(outcome.refusal) }, typed }, { status: 409 });
  const text = outcome.again ? 'Votre besoin est mis à jour.' : 'C’est noté : votre relais en tiendra compte.';
  return saidAt('/mon-espace/besoins', { severity: 'success', text }, context);
}

export default function MesBesoins() {
  const { needs, themes, standings } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mes besoins de formation"
        lead="Dites ce que vous aimeriez apprendre : votre relais réunit les demandes et cherche des dates."
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <NeedList needs={needs} standings={standings} />
        <NeedForm themes={themes} refused={useActionData<typeof action>()} />
        <p>
          <LinkButton to="/mon-espace" variant="quiet">
            Retour à mon espace
          </LinkButton>
        </p>
      </div>
    </>
  );
}
