import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { CertificateList } from '#app/training/certificate-list.tsx';
import { myCertificates } from '#app/training/certificates.server.ts';
import { issueMyYear } from '#app/training/issueMyYear.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes attestations · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const mine = await myCertificates(requireActor(context, request), context.now());
  if (!mine) throw new Response(null, { status: 404 });
  return mine;
}

/** Makes the certificate of one of her years. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const annee = textOf(await readForm(request), 'annee');
  const outcome = await issueMyYear(actor, { year: Number(annee) }, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ error: trainingMessage(outcome.refusal) }, { status: 409 });
  const text =
    outcome.issued.length > 0
      ? `Votre attestation de ${annee} est prête.`
      : 'Vous l’avez déjà : rien n’a changé depuis.';
  return saidAt('/mon-espace/attestations', { severity: 'success', text }, context);
}

export default function MesAttestations() {
  const { certificates, years } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error;
  return (
    <>
      <PageHeader
        title="Mes attestations"
        lead="Chacune porte un code : qui la reçoit peut vérifier qu’elle est vraie."
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        {certificates.length === 0 ? (
          <Empty sentence="Aucune attestation pour le moment. Votre relais vous les délivre après une formation ; celle de votre année, vous pouvez la faire vous-même." />
        ) : (
          <section aria-labelledby="recues">
            <h2 id="recues" className="sr-only">
              Attestations reçues
            </h2>
            <CertificateList certificates={certificates} pdfPath={(id) => `/mon-espace/attestations/${id}.pdf`} />
          </section>
        )}
        {years.length > 0 && (
          <form method="post" className="panel grid gap-5" aria-labelledby="annuelle">
            <h2 id="annuelle">Mon attestation de l’année</h2>
            <p>Vos heures de formation et vos présences, d’après les feuilles d’émargement.</p>
            <Field id="annee" label="Année" errors={error === undefined ? [] : [error]}>
              {(control) => (
                <select {...control} name="annee">
                  {years.map((year) => (
                    <option key={year}>{year}</option>
                  ))}
                </select>
              )}
            </Field>
            <Button wide>Faire mon attestation</Button>
          </form>
        )}
        <p>
          <LinkButton to="/mon-espace/parcours" variant="quiet">
            Voir mon parcours
          </LinkButton>
        </p>
      </div>
    </>
  );
}
