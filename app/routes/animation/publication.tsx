import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { idsOf, readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { draftsOfTerm } from '#app/catalog/drafts.server.ts';
import { publishDrafts } from '#app/catalog/publishDrafts.server.ts';
import { publishedInWords } from '#app/catalog/publication-words.ts';
import { relaisChoices, type RelaisChoice } from '#app/people/directory-choices.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { plural } from '#app/time/french.ts';
import { DraftChoice } from './draft-choice.tsx';
import { SelectField, TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Publier une période · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const relais = await relaisChoices(actor, 'session.plan');
  if (relais.length === 0) throw new Response(null, { status: 404 });
  return { relais, ...(await draftsOfTerm(actor, new URL(request.url).searchParams, context.now())) };
}

/** Publishes each ticked date in its own transaction: asking again resumes what was interrupted. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const now = context.now();
  if ((await relaisChoices(actor, 'session.plan')).length === 0) throw new Response(null, { status: 404 });
  const url = new URL(request.url);
  const { activities } = await draftsOfTerm(actor, url.searchParams, now);
  const sessionIds = idsOf(await readForm(request), 'seance');
  if (sessionIds.length === 0) return data({ error: 'Cochez au moins une date.' }, { status: 400 });
  const done = await publishDrafts(actor, { sessionIds }, now);
  throw saidAt(`${url.pathname}${url.search}`, publishedInWords(done, activities), context);
}

export default function Publication() {
  const { asked, relais, activities } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const count = activities.reduce((sum, { dates }) => sum + dates.length, 0);
  return (
    <>
      <PageHeader
        title="Publier une période"
        lead="Toutes les dates en brouillon, par activité. Ce qui empêche de publier est dit ; le reste paraît d’un coup."
      >
        <p className="pt-2">
          <LinkButton
            to={`/animation/annonces${asked.relais === null ? '' : `?relais=${asked.relais}`}`}
            variant="quiet"
          >
            Annoncer l’ouverture des inscriptions
          </LinkButton>
        </p>
      </PageHeader>
      <Term asked={asked} relais={relais} />
      {count === 0 ? (
        <Empty sentence="Aucun brouillon sur cette période.">
          <LinkButton to="/animation/activites" variant="quiet">
            Retour aux activités
          </LinkButton>
        </Empty>
      ) : (
        <Form method="post" className="grid gap-4 pt-4">
          <ErrorSummary errors={refused ? [{ message: refused.error }] : []} />
          <p role="status" className="font-bold">
            {plural(count, 'date en brouillon', 'dates en brouillon')}
          </p>
          {activities.map((activity) => (
            <DraftChoice key={activity.id} activity={activity} several={relais.length > 1} />
          ))}
          <p className="sticky bottom-0 border-t border-line bg-paper py-3">
            <Button>Publier les dates cochées</Button>
          </p>
        </Form>
      )}
    </>
  );
}

type TermProps = { asked: { relais: string | null; from: string; until: string }; relais: readonly RelaisChoice[] };

function Term({ asked, relais }: TermProps) {
  return (
    <Form method="get" className="panel mt-4 flex flex-wrap items-end gap-4" aria-label="Période">
      {relais.length > 1 && (
        <SelectField
          name="relais"
          label="Relais"
          none="Tous les miens"
          options={relais.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={asked.relais}
        />
      )}
      <TextField name="du" label="Du" type="date" value={asked.from} />
      <TextField name="au" label="Au" type="date" value={asked.until} />
      <Button variant="quiet">Voir</Button>
    </Form>
  );
}
