import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { pageCache } from '#app/auth/page-cache.ts';
import { kindLabel, kindTone } from '#app/catalog/kinds.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { schemaEvent } from '#app/catalog/schema-event.ts';
import { sessionPage, type SessionPage } from '#app/catalog/session-page.server.ts';
import { bookingPanel } from '#app/enrollment/booking-panel.server.ts';
import { BookingPanel } from '#app/enrollment/booking-panel.tsx';
import { MaterialList } from '#app/enrollment/material-list.tsx';
import { sessionMaterials } from '#app/enrollment/session-materials.server.ts';
import { capital, list } from '#app/time/french.ts';
import { contactFact } from '#app/ui/contact-links.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? [
        { title: `${page.session.title}, ${page.session.when} · Ribambelle` },
        {
          name: 'description',
          content: `${kindLabel(page.session.kind)}, ${page.session.when}, ${page.session.place.name}, ${page.session.relais.name}.`,
        },
        ...(page.event ? [{ 'script:ld+json': page.event }] : []),
      ]
    : [];

export async function loader({ params, context: { actor, now, appUrl } }: LoaderFunctionArgs) {
  const session = await sessionPage(actor, params.id ?? '', now());
  if (!session) throw new Response(null, { status: 404 });
  // Search engines read it; who is signed in has no use for it on her phone.
  const event = actor.kind === 'anonymous' ? schemaEvent(session, appUrl) : null;
  const materials = await sessionMaterials(actor, session.id, now());
  return data({ session, event, materials, panel: await bookingPanel(actor, session.id, now()) }, pageCache(actor));
}

export default function Seance() {
  const { session, panel, materials } = useLoaderData<typeof loader>();
  const { activityId, cancelled, cancelReason, description, kind, past, rules, series, title } = session;
  return (
    <>
      <PageHeader
        above={<KindMark kind={kind} />}
        title={title}
        lead={
          <>
            <span className="text-lg font-bold text-ink">
              <Moment words={capital(session.when)} />
            </span>
            <br />
            <Link to={`/relais/${session.relais.slug}`}>{session.relais.name}</Link>
            {' · '}
            <Link to={`/activites/${activityId}`}>
              {series === null ? 'toutes les dates' : `${series}, toutes les dates`}
            </Link>
          </>
        }
      />
      <div className="grid gap-6 pt-5 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <div className="grid content-start gap-6">
          {cancelled && (
            <Notice severity="error" title="Cette séance est annulée">
              <p>{cancelReason ?? 'Les personnes inscrites ont été prévenues.'}</p>
            </Notice>
          )}
          {past && !cancelled && <Notice title="Cette séance est passée" />}
          <div className="panel" data-tone={kindTone(kind)}>
            <Facts facts={factsOf(session)} />
          </div>
        </div>
        <aside aria-label="Inscription" className="lg:row-span-2">
          <div className="grid gap-6 lg:sticky lg:top-4">{panel && !cancelled && <BookingPanel panel={panel} />}</div>
        </aside>
        <div className="grid content-start">
          {materials.length > 0 && (
            <section aria-labelledby="documents" className="panel mb-6 grid gap-3">
              <h2 id="documents">Documents</h2>
              <MaterialList materials={materials} />
            </section>
          )}
          {description !== '' && (
            <section aria-labelledby="description" className="prose">
              <h2 id="description">En quelques mots</h2>
              <Paragraphs text={description} />
            </section>
          )}
          {!cancelled && !past && (
            <section aria-labelledby="regles" className="prose">
              <h2 id="regles">Comment s’inscrire</h2>
              <ul>
                {rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  );
}

function factsOf({
  place,
  commune,
  ledBy,
  audience,
  ages,
  bring,
  contact,
}: SessionPage): { name: string; value: ReactNode }[] {
  return [
    { name: 'Où', value: <Where place={place} commune={commune} /> },
    ...(ledBy.length === 0 ? [] : [{ name: 'Avec', value: capital(list(ledBy)) }]),
    ...(audience === '' ? [] : [{ name: 'Pour', value: audience }]),
    ...(ages === null ? [] : [{ name: 'Enfants', value: capital(ages) }]),
    ...(bring === '' ? [] : [{ name: 'À prévoir', value: bring }]),
    ...contactFact(contact),
  ];
}

function Where({ place: { kind, name, address, access, map }, commune }: Pick<SessionPage, 'place' | 'commune'>) {
  if (kind === 'TO_CONFIRM') return <>Lieu à confirmer : le relais préviendra les personnes inscrites.</>;
  if (kind === 'REMOTE') return <>{name}, à distance</>;
  return (
    <>
      <b>{name}</b>
      <p>{[address, commune].filter(Boolean).join(', ')}</p>
      {access !== '' && <p className="text-soft">{access}</p>}
      {map !== null && (
        <a href={map} className="inline-flex min-h-11 items-center" rel="noreferrer">
          Voir le plan
        </a>
      )}
    </>
  );
}
