import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField, summaryOf } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { contactForm } from '#app/people/changeContact.schema.server.ts';
import { changeContact } from '#app/people/changeContact.server.ts';
import { peopleMessage } from '#app/people/messages.ts';
import { myIdentity } from '#app/people/my-identity.server.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes coordonnées · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const identity = await myIdentity(requireActor(context, request), context.now());
  if (!identity) throw new Response(null, { status: 404 });
  return { identity };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, typed: textOf(form, 'telephone') }, { status });
  const parsed = contactForm.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused(errorsByField(parsed.error.issues), 400);
  const outcome = await changeContact(actor, { phone: parsed.data.telephone }, context.now());
  if (!outcome.ok) return refused({ telephone: peopleMessage(outcome.refusal) }, 409);
  throw saidAt('/mon-espace', { severity: 'success', text: 'Votre numéro est à jour.' }, context);
}

export default function MesCoordonnees() {
  const { identity } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = refused?.errors ?? {};
  const known = [
    { name: 'Nom', value: identity.name },
    { name: 'E-mail', value: <span className="wrap-anywhere">{identity.email ?? 'aucun'}</span> },
    ...(identity.commune === null ? [] : [{ name: 'Commune', value: identity.commune }]),
  ];
  return (
    <>
      <PageHeader title="Mes coordonnées" lead="Le relais vous appelle à ce numéro si une séance est annulée." chain />
      <div className="grid w-full max-w-xl gap-6 pt-6">
        <form method="post" className="panel grid gap-4" noValidate>
          <ErrorSummary errors={summaryOf(errors)} />
          <Field
            id="telephone"
            label="Votre téléphone"
            hint="Dix chiffres, par exemple 06 39 98 01 02. Laissez vide pour le retirer."
            errors={errors.telephone === undefined ? [] : [errors.telephone]}
          >
            {(control) => (
              <input
                {...control}
                type="tel"
                name="telephone"
                autoComplete="tel"
                maxLength={30}
                defaultValue={refused?.typed ?? identity.phone ?? ''}
              />
            )}
          </Field>
          <Button wide>Enregistrer</Button>
        </form>
        <section className="panel grid gap-3" aria-labelledby="relais">
          <h2 id="relais">Ce que votre relais connaît</h2>
          <Facts facts={known} />
          <p className="hint">Une erreur, un changement d’adresse ou d’e-mail ? Dites-le à votre relais.</p>
        </section>
        <p>
          <LinkButton to="/mon-espace" variant="quiet">
            Retour à mon espace
          </LinkButton>
        </p>
      </div>
    </>
  );
}
