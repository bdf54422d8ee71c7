import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { personNeeds } from '#app/training/person-needs.server.ts';
import { needStandings } from '#app/training/need-standings.server.ts';
import { needFields, notedNeedForm, typedNeed } from '#app/training/need.schema.server.ts';
import { NeedForm } from '#app/training/need-form.tsx';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { NeedList } from '../need-list.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Besoins de ${page?.name ?? 'formation'} · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const page = await personNeeds(actor, personId, context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { ...page, standings: await needStandings(actor, context.now(), personId) };
}

/** Notes a need said in an interview or on the telephone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const form = await readForm(request);
  const typed = typedNeed(form);
  const parsed = notedNeedForm.safeParse(needFields(form));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { theme: themeId, mots: words, pourquoi: why, convient: suits, quand: urgency, source } = parsed.data;
  const said = { personId, themeId, words, why, suits, urgency, source };
  const outcome = await stateNeed(actor, said, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ errors: { theme: trainingMessage(outcome.refusal) }, typed }, { status: 409 });
  const text = 'Le besoin est noté.';
  return saidAt(`/animation/professionnels/${personId}/besoins`, { severity: 'success', text }, context);
}

export default function ProfessionnelBesoins() {
  const { personId, name, needs, themes, standings } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={`/animation/professionnels/${personId}`} className="inline-flex min-h-11 items-center">
              Fiche de {name}
            </Link>
          </p>
        }
        title={`Besoins de formation de ${name}`}
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <NeedList needs={needs} standings={standings} of={personId} />
        <NeedForm themes={themes} refused={useActionData<typeof action>()} noted />
      </div>
    </>
  );
}
