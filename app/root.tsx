import bodyFont from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url';
import titleFont from '@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff2?url';
import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { takeFlash } from '#app/auth/flash.server.ts';
import { ErrorPage, errorTitle } from '#app/ui/error-page.tsx';
import { Page } from '#app/ui/page.tsx';
import { PageAnnouncer } from '#app/ui/page-announcer.tsx';
import { useRequestFacts } from '#app/ui/request-context.tsx';
import styles from '#app/ui/styles.css?url';

const legalPages = [
  { href: '/mentions-legales', label: 'Mentions légales' },
  { href: '/accessibilite', label: 'Accessibilité : non conforme' },
  { href: '/confidentialite', label: 'Données personnelles' },
  { href: '/plan-du-site', label: 'Plan du site' },
];

export const links: LinksFunction = () => [
  { rel: 'preload', href: bodyFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: titleFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
];

const statusOf = (error: unknown): number => (isRouteErrorResponse(error) ? error.status : 500);

export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? 'Ribambelle' : `${errorTitle(statusOf(error))} · Ribambelle` },
];

/** What the frame of every page shows: who is signed in, her sections, the demo's banner, a message left for her. */
export function loader({ request, context: { viewer, demo, appUrl } }: LoaderFunctionArgs) {
  const { flash, cookie } = takeFlash(request.headers.get('Cookie'), appUrl);
  return data({ viewer, demo, flash }, cookie === null ? {} : { headers: { 'Set-Cookie': cookie } });
}

/** Some pages are an application of their own: their route's `handle.manifest` names it. */
function useManifest(): string {
  const named = useMatches().map(({ handle }): unknown => Reflect.get(Object(handle), 'manifest'));
  return String(named.findLast((href) => typeof href === 'string') ?? '/manifest.webmanifest');
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce, requestId } = useRequestFacts();
  return (
    <html lang="fr" data-request-id={requestId}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#23201c" media="(prefers-color-scheme: dark)" />
        <Meta />
        <link rel="manifest" href={useManifest()} />
        <Links />
      </head>
      <body>
        <PageAnnouncer />
        <Frame>{children}</Frame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const viewer = root?.viewer ?? null;
  return (
    <Page
      nav={[{ href: '/activites', label: 'Séances' }, ...(viewer?.sections ?? [])]}
      account={viewer && { name: viewer.name, signOut: '/deconnexion' }}
      signIn={{ href: '/connexion', label: 'Se connecter' }}
      footer={legalPages}
      footnote="Ribambelle, logiciel libre des relais petite enfance (licence AGPL 3.0)."
      banner={root?.demo ? <DemoBanner /> : undefined}
      flash={root?.flash}
    >
      {children}
    </Page>
  );
}

function DemoBanner() {
  return (
    <>
      <strong>Démonstration :</strong> personnes fictives, aucun courriel n’est envoyé.{' '}
      <a href="/demo/courriels">Voir les courriels</a>
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useRequestFacts();
  const status = statusOf(error);
  const isDocumentsOwn = useLocation().key === 'default';
  return <ErrorPage status={status} requestId={status >= 500 && isDocumentsOwn ? requestId : undefined} />;
}
