import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { LIMITS } from '#app/auth/limits.ts';
import { tooMany } from '#app/auth/messages.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { accessChoices } from '#app/people/access-choices.server.ts';
import { accessForm } from '#app/people/professional.schema.server.ts';
import { requestAccess } from '#app/people/requestAccess.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AccessFields } from './access-fields.tsx';
import { errorsOf, typedIn } from './animation/form-answer.ts';

export const meta: MetaFunction = () => [{ title: 'Demander un accès · Ribambelle' }];

const FIELDS = ['prenom', 'nom', 'email', 'telephone', 'commune', 'metier', 'relais'] as const;
const sent = (relais: string) => ({ sent: relais, errors: {}, typed: {} });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const relais = new URL(request.url).searchParams.get('relais') ?? undefined;
  return accessChoices(context.actor, { relais });
}

/** Asks for an account. Known or not, she reads the same answer; a machine that fills every field too. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const typed = typedIn(form, FIELDS);
  const refused = (errors: Record<string, string>, status: 400 | 409 | 429) =>
    data({ sent: null, errors, typed }, { status });
  const limited = await countAttempt(LIMITS.accessRequestsOfAddress, context.address, context.now());
  if (limited) return refused({ formulaire: tooMany(limited, context.now()) }, 429);
  const parsed = accessForm.safeParse(typed);
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  if (textOf(form, 'site') !== '') return sent('Votre relais');
  const { prenom: firstName, nom: lastName, metier: kind, telephone: phone, email, ...where } = parsed.data;
  const asked = { firstName, lastName, kind, email, phone, relaisId: where.relais, communeId: where.commune };
  const outcome = await requestAccess(asked, context.now());
  return outcome.ok ? sent(outcome.relais) : refused(errorsOf(outcome.refusal), 409);
}

export default function DemandeAcces() {
  const choices = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer?.sent ?? null;
  return (
    <>
      <PageHeader
        title="Demander un accès"
        lead="Pour vous inscrire aux séances et suivre vos inscriptions. Votre relais vous répond."
        chain
      />
      <div className="grid w-full max-w-xl gap-6 pt-6">
        {done !== null ? (
          <Notice severity="success" title="Votre demande est envoyée" role="status">
            <p>{done} vous répond par e-mail ou par téléphone. Vous n’avez rien d’autre à faire.</p>
            <p className="mt-3">
              <LinkButton to="/activites" variant="quiet">
                Voir le programme
              </LinkButton>
            </p>
          </Notice>
        ) : (
          <form method="post" className="panel grid gap-4" noValidate>
            <ErrorSummary errors={summaryOf(answer?.errors ?? {})} />
            <AccessFields choices={choices} refused={answer} />
            <Button wide>Envoyer ma demande</Button>
            <p className="hint">
              Votre relais seul lit ces réponses, pour ouvrir votre accès. <a href="/confidentialite">Vos données</a>
            </p>
          </form>
        )}
      </div>
    </>
  );
}
