import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan du site · Ribambelle' }];

const open = [
  { href: '/', label: 'Accueil : les relais et les prochaines séances' },
  { href: '/activites', label: 'Séances : le programme, en liste ou par mois' },
  { href: '/donnees', label: 'Données ouvertes : le programme pour d’autres sites' },
  { href: '/attestations', label: 'Vérifier une attestation' },
];
const about = [
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/accessibilite', label: 'Déclaration d’accessibilité' },
  { href: '/confidentialite', label: 'Données personnelles' },
];
const signIn = [{ href: '/connexion', label: 'Se connecter' }];

/** The sections listed are those of the person signed in. */
export function loader({ context: { viewer } }: LoaderFunctionArgs) {
  return { mine: viewer?.sections ?? null };
}

export default function PlanDuSite() {
  const { mine } = useLoaderData<typeof loader>();
  const groups = [
    { title: 'Le programme', pages: open },
    { title: 'Pour vous', pages: mine ?? signIn },
    { title: 'À propos de ce site', pages: about },
  ];
  return (
    <>
      <PageHeader title="Plan du site" />
      <div className="grid gap-8 pt-6 sm:grid-cols-3">
        {groups.map(({ title, pages }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="mt-2">
              {pages.map(({ href, label }) => (
                <li key={href}>
                  <Link to={href} className="inline-flex min-h-11 items-center">
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
