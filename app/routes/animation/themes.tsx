import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { addTheme } from '#app/training/addTheme.server.ts';
import { themeCatalogue } from '#app/training/theme-catalogue.server.ts';
import { themeMessage } from '#app/training/theme-facts.ts';
import { newThemeForm } from '#app/training/theme.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { SelectField } from './form-fields.tsx';
import { ThemeFields } from './theme-fields.tsx';
import { ThemeRows } from './theme-rows.tsx';

export const meta: MetaFunction = () => [{ title: 'Thèmes de formation · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const catalogue = await themeCatalogue(requireStaff(context, request));
  if (!catalogue) throw new Response(null, { status: 404 });
  return catalogue;
}

/** Proposes a theme. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedIn(await readForm(request), ['relais', 'titre', 'heures', 'mois', 'ordre']);
  const parsed = newThemeForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { relais: relaisId, titre: title, heures: hours, mois: renewalMonths, ordre: position } = parsed.data;
  const { collectiviteId } = actor;
  const theme = { collectiviteId, relaisId, title, hours, renewalMonths, position };
  const outcome = await addTheme(actor, theme, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const { field, message } = themeMessage(outcome.refusal);
    return data({ errors: { [field]: message }, typed }, { status: 409 });
  }
  const sentence = outcome.again ? 'Ce thème était déjà proposé.' : 'Le thème est proposé.';
  throw doneAt('/animation/themes', sentence, context);
}

export default function Themes() {
  const { themes, places, everywhere } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const options = places.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        above={
          <Link to="/animation/besoins" className="inline-flex min-h-11 items-center">
            Besoins de formation
          </Link>
        }
        title="Thèmes de formation"
        lead="Ce que les professionnelles choisissent quand elles disent un besoin."
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-x-10">
        {themes.length === 0 ? (
          <Empty sentence="Aucun thème : elles écrivent leurs besoins avec leurs mots. Proposez les premiers." />
        ) : (
          <ThemeRows themes={themes} />
        )}
        {(everywhere || places.length > 0) && (
          <Form method="post" className="panel grid gap-5" noValidate aria-labelledby="proposer">
            <h2 id="proposer">Proposer un thème</h2>
            <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
            <SelectField
              name="relais"
              label="Pour"
              options={options}
              refused={refused}
              {...(everywhere ? { none: 'Tous les relais' } : {})}
            />
            <ThemeFields refused={refused} />
            <Button wide>Proposer ce thème</Button>
          </Form>
        )}
      </div>
    </>
  );
}
