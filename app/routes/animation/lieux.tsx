import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { createSite } from '#app/people/createSite.server.ts';
import { newSiteForm } from '#app/people/new-site.schema.server.ts';
import { teamSites, type TeamSite } from '#app/people/team-sites.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';
import { RelaisBoxes } from './relais-boxes.tsx';

export const meta: MetaFunction = () => [{ title: 'Lieux · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await teamSites(requireStaff(context, request));
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Adds a place. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const form = await readForm(request);
  const typed = typedIn(form, ['nom', 'adresse', 'acces', 'plafond']);
  const ticked = { relais: form.getAll('relais').map(String), exclusif: form.has('exclusif') };
  const parsed = newSiteForm.safeParse({ ...typed, ...ticked });
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed, ticked }, { status });
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const outcome = await createSite(actor, parsed.data, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  throw doneAt('/animation/lieux', `« ${parsed.data.name} » est dans la liste des lieux.`, context);
}

export default function Lieux() {
  const { sites, relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="Lieux" lead="Où les séances ont lieu : vos salles, et celles qui vous accueillent." />
      <div className="grid items-start gap-8 pt-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {sites.length === 0 ? (
          <Empty sentence="Aucun lieu pour le moment. Ajoutez le premier : il en faut un pour planifier." />
        ) : (
          <Table caption={plural(sites.length, 'lieu', 'lieux')} columns={['Lieu', 'Relais', 'Places']}>
            {sites.map((site) => (
              <Row key={site.id} site={site} />
            ))}
          </Table>
        )}
        <form method="post" className="panel grid gap-5" noValidate aria-labelledby="ajouter">
          <h2 id="ajouter">Ajouter un lieu</h2>
          <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
          <TextField name="nom" label="Nom" refused={refused} maxLength={120} required />
          <TextField name="adresse" label="Adresse" refused={refused} maxLength={200} optional />
          <TextField
            name="acces"
            label="Comment y entrer"
            hint="Étage, code, stationnement : dit à celles qui viennent."
            {...{ refused, maxLength: 500, optional: true }}
          />
          <TextField
            name="plafond"
            label="Personnes au plus"
            hint="Toutes les séances qui s’y tiennent en même temps. Vide : sans limite."
            {...{ refused, inputMode: 'numeric', optional: true }}
          />
          <CheckboxCard
            name="exclusif"
            value="oui"
            label="Une seule séance à la fois"
            defaultChecked={refused?.ticked.exclusif ?? true}
          />
          <RelaisBoxes
            legend="Relais qui s’y réunissent"
            relais={relais}
            ticked={refused?.ticked.relais ?? (relais.length === 1 ? relais.map(({ id }) => id) : [])}
            error={refused?.errors.relais}
          />
          <p>
            <Button>Ajouter ce lieu</Button>
          </p>
        </form>
      </div>
    </>
  );
}

function Row({ site }: { site: TeamSite }) {
  const { name, address, relais, exclusive, maxPersons } = site;
  const limits = [exclusive ? 'une séance à la fois' : null, maxPersons === null ? null : `${maxPersons} personnes`];
  return (
    <tr>
      <th scope="row" className="min-w-56 wrap-anywhere">
        {name}
        <br />
        <span className="text-soft font-normal">{address}</span>
      </th>
      <td className="wrap-anywhere">{relais.join(', ')}</td>
      <td>{limits.filter((words) => words !== null).join(', ') || 'sans limite'}</td>
    </tr>
  );
}
