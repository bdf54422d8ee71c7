import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { changeTheme } from '#app/training/changeTheme.server.ts';
import { themeToChange } from '#app/training/theme-catalogue.server.ts';
import { themeMessage } from '#app/training/theme-facts.ts';
import { themeForm } from '#app/training/theme.schema.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { doneAt, typedIn } from './form-answer.ts';
import { ThemeFields } from './theme-fields.tsx';

export const meta: MetaFunction = () => [{ title: 'Thème de formation · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const theme = await themeToChange(requireStaff(context, request), requireId(params));
  if (!theme) throw new Response(null, { status: 404 });
  return { theme };
}

/** Changes it; the needs already said follow. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedIn(await readForm(request), ['titre', 'heures', 'mois', 'ordre']);
  const parsed = themeForm.safeParse(typed);
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues), typed }, { status: 400 });
  const { titre: title, heures: hours, mois: renewalMonths, ordre: position } = parsed.data;
  const facts = { themeId: requireId(params), title, hours, renewalMonths, position };
  const outcome = await changeTheme(actor, facts, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) {
    const { field, message } = themeMessage(outcome.refusal);
    return data({ errors: { [field]: message }, typed }, { status: 409 });
  }
  throw doneAt('/animation/themes', 'Le thème est enregistré.', context);
}

export default function Theme() {
  const { theme } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={
          <Link to="/animation/themes" className="inline-flex min-h-11 items-center">
            Thèmes de formation
          </Link>
        }
        title={theme.title}
        lead={`Proposé ${theme.relais === null ? 'dans tous les relais' : `par ${theme.relais}`}. Les besoins déjà dits suivent ce que vous changez.`}
      />
      <Form method="post" className="panel mt-6 grid w-full max-w-2xl gap-5" noValidate>
        <ErrorSummary errors={summaryOf(refused?.errors ?? {})} />
        <ThemeFields refused={refused} theme={theme} />
        <Button wide>Enregistrer</Button>
      </Form>
    </>
  );
}
