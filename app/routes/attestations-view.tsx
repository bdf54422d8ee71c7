import { Form, Link, useLocation } from '@remix-run/react';
import type { AttestationsPage } from '#app/training/attestations-page.server.ts';
import { CertificateList } from '#app/training/certificate-list.tsx';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { IssueForm } from './issue-form.tsx';
import { RevokeForm } from './revoke-form.tsx';

interface AttestationsViewProps {
  page: AttestationsPage;
  back: { href: string; label: string };
  errors: Readonly<Record<string, string>>;
}

/** Who came, who has a certificate, and the form that issues those which lack. */
export function AttestationsView({ page, back, errors }: AttestationsViewProps) {
  const { pathname } = useLocation();
  const held = page.people.flatMap(({ certificate }) => (certificate ? [certificate] : []));
  const query = page.sessionId === null ? '' : `?seance=${page.sessionId}`;
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to={back.href} className="inline-flex min-h-11 items-center wrap-anywhere">
              {back.label}
            </Link>
          </p>
        }
        title="Attestations"
        lead={`${page.title} · ${page.relais}`}
      >
        {held.length > 0 && (
          <div className="flex flex-wrap gap-3 pt-3">
            <LinkButton to={`/animation/activites/${page.id}/attestations.pdf${query}`} plain>
              Toutes en un fichier (PDF)
            </LinkButton>
          </div>
        )}
      </PageHeader>
      <div className="grid gap-6 pt-4">
        {page.dates.length > 1 &&
          (page.dates.length > FEW ? <DateForm page={page} /> : <Dates page={page} pathname={pathname} />)}
        <div className="grid gap-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
          <ToIssue page={page} errors={errors} />
          <section className="grid gap-3" aria-labelledby="delivrees">
            <h2 id="delivrees">Délivrées</h2>
            {held.length === 0 ? (
              <p className="text-soft">Aucune pour le moment.</p>
            ) : (
              <CertificateList
                named
                certificates={held}
                pdfPath={(id) => `/animation/attestations/${id}.pdf`}
                deeds={(certificate) => <RevokeForm certificate={certificate} />}
              />
            )}
            {page.former.length > 0 && (
              <details className="fold panel">
                <summary>Annulées ou remplacées ({page.former.length})</summary>
                <CertificateList
                  named
                  certificates={page.former}
                  pdfPath={(id) => `/animation/attestations/${id}.pdf`}
                />
              </details>
            )}
          </section>
        </div>
      </div>
    </>
  );
}

/** Beyond these, dates are chosen in a list. */
const FEW = 6;

function DateForm({ page: { dates, sessionId } }: { page: AttestationsPage }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" aria-label="Ce qui est attesté">
      <Field id="seance" label="Attester">
        {(control) => (
          <select {...control} name="seance" defaultValue={sessionId ?? ''} key={sessionId}>
            <option value="">L’ensemble</option>
            {dates.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button variant="quiet">Choisir</Button>
    </Form>
  );
}

function Dates({ page: { dates, sessionId }, pathname }: { page: AttestationsPage; pathname: string }) {
  return (
    <ChipGroup label="Attester">
      <ChipLink to={pathname} current={sessionId === null}>
        L’ensemble
      </ChipLink>
      {dates.map(({ id, words }) => (
        <ChipLink key={id} to={`${pathname}?seance=${id}`} current={sessionId === id}>
          {words}
        </ChipLink>
      ))}
    </ChipGroup>
  );
}

function ToIssue({ page, errors }: Pick<AttestationsViewProps, 'page' | 'errors'>) {
  if (page.people.length === 0) {
    return <Empty sentence="Personne n’est noté présent : remplissez d’abord la feuille d’émargement." />;
  }
  if (!page.over) {
    return (
      <Notice title="Il reste des dates à venir">
        <p>
          L’attestation de l’ensemble se délivre après la dernière. Vous pouvez attester une date passée, une par une.
        </p>
      </Notice>
    );
  }
  return <IssueForm page={page} errors={errors} />;
}
