import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { CertificateList } from '#app/training/certificate-list.tsx';
import { HoursPanel } from '#app/training/hours-panel.tsx';
import { issueCertificates } from '#app/training/issueCertificates.server.ts';
import { yearForm } from '#app/training/issue.schema.server.ts';
import { trainingMessage } from '#app/training/messages.ts';
import { recordPage } from '#app/training/record-page.server.ts';
import { RecordTimeline } from '#app/training/record-timeline.tsx';
import { RenewalList } from '#app/training/renewal-list.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { RevokeForm } from '../revoke-form.tsx';
import { YearForm } from './year-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Parcours de ${page?.record.name ?? 'formation'} · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await recordPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Issues the certificate of one of her years. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const personId = requireId(params);
  const parsed = yearForm.safeParse(Object.fromEntries(await readForm(request)));
  if (!parsed.success) return data({ errors: errorsByField(parsed.error.issues) }, { status: 400 });
  const { annee: year, signataire: name, fonction: role, lieu: place } = parsed.data;
  const asked = { scope: 'YEAR' as const, year, personIds: [personId], signature: { name, role, place } };
  const outcome = await issueCertificates(actor, asked, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok) return data({ errors: { annee: trainingMessage(outcome.refusal) } }, { status: 409 });
  const text =
    outcome.already > 0 ? 'Cette attestation était déjà délivrée.' : `L’attestation de ${year} est délivrée.`;
  return saidAt(`/animation/professionnels/${personId}/parcours`, { severity: 'success', text }, context);
}

export default function ProfessionnelParcours() {
  const { record, years, signature } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors ?? {};
  const base = `/animation/professionnels/${record.personId}`;
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={base} className="inline-flex min-h-11 items-center wrap-anywhere">
              Fiche de {record.name}
            </Link>
          </p>
        }
        title={<span className="wrap-anywhere">Parcours de {record.name}</span>}
        lead={record.relais ?? undefined}
      >
        <div className="flex flex-wrap gap-3 pt-3">
          <LinkButton to={`${base}/parcours.pdf`} plain>
            Imprimer le parcours (PDF)
          </LinkButton>
          <LinkButton to={`${base}/besoins`} variant="quiet">
            Ses besoins
          </LinkButton>
        </div>
      </PageHeader>
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          <RenewalList renewals={record.renewals} />
          <HoursPanel year={record.hours} title={`Heures de ${record.hours.year}`} />
          <RecordTimeline record={record} proofPath={(id) => `${base}/parcours/${id}/justificatif`} />
        </div>
        <div className="grid gap-6">
          <section className="grid gap-3" aria-labelledby="attestations">
            <h2 id="attestations">Attestations</h2>
            {record.certificates.length === 0 ? (
              <Empty sentence="Aucune attestation. Celles d’une formation se délivrent depuis la page de l’activité." />
            ) : (
              <CertificateList
                certificates={record.certificates}
                pdfPath={(id) => `/animation/attestations/${id}.pdf`}
                deeds={(certificate) => <RevokeForm certificate={certificate} />}
              />
            )}
          </section>
          {signature && <YearForm years={years} signature={signature} errors={errors} />}
        </div>
      </div>
    </>
  );
}
