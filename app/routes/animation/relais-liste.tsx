import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { createRelais } from '#app/people/createRelais.server.ts';
import { relaisChoices } from '#app/people/directory-choices.server.ts';
import { newRelaisForm } from '#app/people/new-relais.schema.server.ts';
import { mayInCollectivite } from '#app/people/permissions.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { TextField } from './form-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Relais · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const relais = await relaisChoices(actor, 'relais.settings');
  const mayAdd = mayInCollectivite(actor, 'relais.settings', actor.collectiviteId);
  if (relais.length === 0 && !mayAdd) throw new Response(null, { status: 404 });
  return { relais, mayAdd };
}

/** Adds a relais. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedIn(await readForm(request), ['nom', 'adresse', 'telephone', 'email']);
  const parsed = newRelaisForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const input = { ...parsed.data, collectiviteId: actor.collectiviteId };
  const outcome = await createRelais(actor, input, context.now());
  if (!outcome.ok) return data({ errors: errorsOf(outcome.refusal), typed }, { status: 409 });
  throw doneAt(
    '/animation/relais',
    `${parsed.data.name} est créé. Ajoutez maintenant ses lieux et son équipe.`,
    context,
  );
}

export default function Relais() {
  const { relais, mayAdd } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="Relais" lead="Leurs pages publiques et leurs règles d’inscription." />
      <div className="grid items-start gap-8 pt-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        {relais.length === 0 ? (
          <Empty sentence="Aucun relais pour le moment. Ajoutez le premier, puis ses lieux et son équipe." />
        ) : (
          <Table caption="Les relais" columns={['Relais', 'Règles d’inscription']}>
            {relais.map(({ id, slug, name }) => (
              <tr key={id}>
                <th scope="row" className="wrap-anywhere">
                  <Link to={`/relais/${slug}`}>{name}</Link>
                </th>
                <td>
                  <Link to={`/animation/relais/${id}/regles`}>
                    Changer<span className="sr-only"> les règles de {name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </Table>
        )}
        {mayAdd && (
          <form method="post" className="panel grid gap-5" noValidate aria-labelledby="ajouter">
            <h2 id="ajouter">Ajouter un relais</h2>
            <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
            <TextField name="nom" label="Nom" refused={refused} maxLength={120} required />
            <TextField name="adresse" label="Adresse" refused={refused} maxLength={200} optional />
            <TextField name="telephone" label="Téléphone" type="tel" refused={refused} maxLength={30} optional />
            <TextField name="email" label="Adresse e-mail" type="email" refused={refused} maxLength={254} optional />
            <p>
              <Button>Ajouter ce relais</Button>
            </p>
          </form>
        )}
      </div>
    </>
  );
}
