import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CodeForm } from './code-form.tsx';

export const meta: MetaFunction = () => [
  { title: 'Vérifier une attestation · Ribambelle' },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

/** A typed code leads to the certificate's own address. */
export function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')?.trim() ?? null;
  if (code !== null && code !== '') throw redirect(`/attestations/${encodeURIComponent(code.slice(0, 60))}`, 303);
  return { empty: code !== null };
}

export default function Attestations() {
  const { empty } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Vérifier une attestation"
        lead="Le code est imprimé en bas de l’attestation, à côté du carré à lire avec un téléphone."
        chain
      />
      <div className="pt-6">
        <CodeForm error={empty ? 'Écrivez le code.' : null} />
      </div>
    </>
  );
}
