import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { recordResults } from '#app/training/recordResults.server.ts';
import { readResults } from '#app/training/results.schema.server.ts';
import { resultsPage } from '#app/training/results-page.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ResultsForm } from './results-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Résultats : ${page?.title ?? 'formation'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await resultsPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Records what the training gave each. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const form = await readForm(request);
  const { lines, themeId, errors, typed } = readResults(form);
  if (Object.keys(errors).length > 0) return data({ errors, typed }, { status: 400 });
  const outcome = await recordResults(actor, { activityId, themeId, results: lines }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ errors: { theme: trainingMessage(outcome.refusal) }, typed }, { status: 409 });
  const text = 'Les résultats sont enregistrés. Vous pouvez délivrer les attestations.';
  return saidAt(`/animation/activites/${activityId}/attestations`, { severity: 'success', text }, context);
}

export default function ActiviteResultats() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={`/animation/activites/${page.id}`} className="inline-flex min-h-11 items-center">
              {page.title}
            </Link>
          </p>
        }
        title="Résultats de la formation"
        lead={page.lastDay === null ? page.relais : `${page.relais} · dernier jour : ${page.lastDay}`}
      />
      <div className="grid gap-6 pt-6">
        {page.lines.length === 0 ? (
          <Empty sentence="Personne n’est noté présent. Remplissez d’abord les feuilles d’émargement.">
            <LinkButton to={`/animation/activites/${page.id}`}>Voir les dates</LinkButton>
          </Empty>
        ) : page.over ? (
          <ResultsForm page={page} refused={refused} />
        ) : (
          <Notice title="La formation n’est pas finie">
            <p>Les résultats se notent après la dernière date.</p>
          </Notice>
        )}
      </div>
    </>
  );
}
