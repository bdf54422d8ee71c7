import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { addStaff } from '#app/people/addStaff.server.ts';
import { newStaffForm } from '#app/people/new-staff.schema.server.ts';
import { staffList } from '#app/people/staff-list.server.ts';
import { ROLE_WORDS, rolesInWords } from '#app/people/staff-words.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { doneAt, errorsOf, typedIn } from './form-answer.ts';
import { SelectField, TextField } from './form-fields.tsx';
import { RelaisBoxes } from './relais-boxes.tsx';

export const meta: MetaFunction = () => [{ title: 'Équipe · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await staffList(requireStaff(context, request), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Adds someone to the team, from today on. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const page = await staffList(actor, context.now());
  if (!page) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const typed = typedIn(form, ['prenom', 'nom', 'email', 'telephone', 'role']);
  const ticked = form.getAll('relais').map(String);
  const parsed = newStaffForm(page.today).safeParse({ ...typed, relais: ticked });
  const refused = (errors: Record<string, string>, status: 400 | 409) => data({ errors, typed, ticked }, { status });
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const outcome = await addStaff(actor, { ...parsed.data, collectiviteId: actor.collectiviteId }, context.now());
  if (!outcome.ok) return refused(errorsOf(outcome.refusal), 409);
  throw doneAt('/animation/equipe', `${parsed.data.firstName} peut se connecter avec son adresse e-mail.`, context);
}

export default function Equipe() {
  const { members, relais } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Équipe"
        lead="Qui travaille pour les relais, et où. Chacune se connecte avec son adresse e-mail."
      />
      <div className="grid items-start gap-8 pt-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Table
          caption={plural(members.length, 'personne', 'personnes')}
          columns={['Nom', 'Contact', 'Ce qu’elle fait']}
        >
          {members.map(({ id, name, email, phone, roles }) => (
            <tr key={id}>
              <th scope="row" className="wrap-anywhere">
                {name}
              </th>
              <td className="wrap-anywhere">{[email, phone].filter(Boolean).join(' · ')}</td>
              <td>
                {rolesInWords(roles).map((words) => (
                  <p key={words}>{words}</p>
                ))}
              </td>
            </tr>
          ))}
        </Table>
        <form method="post" className="panel grid gap-5" noValidate aria-labelledby="ajouter">
          <h2 id="ajouter">Ajouter quelqu’un</h2>
          <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
          <TextField name="prenom" label="Prénom" refused={refused} maxLength={120} required />
          <TextField name="nom" label="Nom" refused={refused} maxLength={120} required />
          <TextField name="email" label="Adresse e-mail" type="email" refused={refused} maxLength={254} required />
          <TextField name="telephone" label="Téléphone" type="tel" refused={refused} maxLength={30} optional />
          <SelectField
            name="role"
            label="Ce qu’elle fait"
            none="Choisir"
            options={Object.entries(ROLE_WORDS).map(([value, label]) => ({ value, label }))}
            refused={refused}
          />
          <RelaisBoxes
            legend="Dans quels relais"
            hint="La responsable de service et l’administration voient tous les relais."
            {...{ relais, ticked: refused?.ticked ?? [], error: refused?.errors.relais }}
          />
          <p>
            <Button>Ajouter à l’équipe</Button>
          </p>
        </form>
      </div>
    </>
  );
}
