import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import { tooMany } from '#app/auth/messages.ts';
import { capital, dayPlain } from '#app/time/french.ts';
import { duration } from '#app/time/money.ts';
import { certificateTitle, hoursSaid } from '#app/training/certificate-facts.ts';
import { verification, type Verification } from '#app/training/verification.server.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Table } from '#app/ui/table.tsx';
import { CodeForm } from './code-form.tsx';

export const meta: MetaFunction = () => [
  { title: 'Vérifier une attestation · Ribambelle' },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => ({ 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex' });

/** Is the certificate of this code genuine? It says no more than the paper; guesses are limited. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { address, now } = context;
  const typed = params.code ?? '';
  const limited = await countAttempt(LIMITS.certificatesOfAddress, address, now());
  if (limited) return data({ typed, found: null, error: tooMany(limited, now()) }, { status: 429 });
  const found = await verification(typed);
  const error = found ? null : 'Aucune attestation ne porte ce code. Vérifiez-le sur le papier.';
  return data({ typed, found, error }, { status: found ? 200 : 404 });
}

export default function Attestation() {
  const { typed, found, error } = useLoaderData<typeof loader>();
  if (!found) {
    return (
      <>
        <PageHeader title="Attestation inconnue" chain />
        <div className="pt-6">
          <CodeForm error={error} typed={typed} />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={certificateTitle(found.facts)} lead={found.facts.title} chain />
      <div className="grid max-w-2xl gap-6 pt-6">
        <State found={found} />
        <Said found={found} />
        <p>
          <Link to="/attestations" className="inline-flex min-h-11 items-center">
            Vérifier une autre attestation
          </Link>
        </p>
      </div>
    </>
  );
}

function State({ found: { state, revoked, facts } }: { found: Verification }) {
  if (state === 'REVOKED') {
    return (
      <Notice severity="error" title="Cette attestation a été annulée">
        <p>
          {facts.relais} l’a annulée le {revoked} : elle ne vaut plus rien.
        </p>
      </Notice>
    );
  }
  if (state === 'REPLACED') {
    return (
      <Notice severity="warn" title="Cette attestation a été remplacée">
        <p>Elle est authentique, mais une plus récente dit autre chose : demandez-la à son titulaire.</p>
      </Notice>
    );
  }
  return (
    <Notice severity="success" title="Cette attestation est authentique">
      <p>Comparez ce qui suit avec le papier : c’est ce qu’il doit dire, mot pour mot.</p>
    </Notice>
  );
}

function Said({ found: { code, facts } }: { found: Verification }) {
  const day = (date: string) => dayPlain(date, { year: true });
  const until = facts.obtained?.expiresOn;
  const lines = [
    { name: 'Nom', value: <span className="wrap-anywhere">{facts.name}</span> },
    { name: 'Pour', value: <span className="wrap-anywhere">{facts.title}</span> },
    ...(facts.minutes > 0 ? [{ name: 'Durée', value: hoursSaid(facts.minutes) }] : []),
    ...(facts.obtained
      ? [{ name: 'Certificat', value: until ? `obtenu, valable jusqu’au ${day(until)}` : 'obtenu' }]
      : []),
    ...(facts.until ? [{ name: 'Compté jusqu’au', value: day(facts.until) }] : []),
    { name: 'Délivrée par', value: facts.relais },
    { name: 'Signée par', value: [facts.signatory.name, facts.signatory.role].filter(Boolean).join(', ') },
    { name: 'Délivrée le', value: day(facts.issuedOn) },
    { name: 'Code', value: code },
  ];
  return (
    <>
      <Facts facts={lines} />
      <Table caption="Détail" columns={[facts.scope === 'YEAR' ? 'Quoi' : 'Date', 'Durée']}>
        {facts.lines.map(({ words, minutes }) => (
          <tr key={words}>
            <th scope="row">{capital(words)}</th>
            <td className="whitespace-nowrap">{duration(minutes)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
