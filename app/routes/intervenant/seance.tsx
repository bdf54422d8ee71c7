import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { practicalSheet, type PracticalSheet } from '#app/attendance/practical-sheet.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { Moment } from '#app/catalog/moment.tsx';
import { list } from '#app/time/french.ts';
import { euros } from '#app/time/money.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { contactFact } from '#app/ui/contact-links.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { ExternalLink } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.sheet.title ?? 'Intervention'} · Ribambelle` },
];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sheet = await practicalSheet(requireActor(context, request), requireId(params), context.now());
  if (!sheet) throw new Response(null, { status: 404 });
  return { sheet };
}

export default function FichePratique() {
  const { sheet } = useLoaderData<typeof loader>();
  const { kind, title, when, session, cancelReason, standing, assignmentId } = sheet;
  return (
    <>
      <PageHeader
        above={<KindMark kind={kind} />}
        title={session === 'CANCELLED' ? `Annulée : ${title}` : title}
        lead={
          <b className="text-ink">
            <Moment words={when} />
          </b>
        }
        chain
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          {session === 'CANCELLED' && (
            <Notice severity="error" title="Cette séance est annulée">
              {cancelReason !== null && <p>{cancelReason}</p>}
              {sheet.cancellation !== '' && <p>Conditions convenues : {sheet.cancellation}</p>}
            </Notice>
          )}
          {standing === 'PROPOSED' && (
            <Notice severity="warn" title="Le relais attend votre réponse">
              <p>
                <LinkButton to={`/intervenant/propositions/${assignmentId}/acceptation`}>Répondre</LinkButton>
              </p>
            </Notice>
          )}
          <WhereAndWho sheet={sheet} />
        </div>
        <Deeds sheet={sheet} />
      </div>
    </>
  );
}

function WhereAndWho({ sheet }: { sheet: PracticalSheet }) {
  const { place, practical, around, contact, expected, bands, bring } = sheet;
  const facts = [
    { name: 'Où', value: [place.name, place.address].filter((words) => words !== '').join(', ') },
    ...(place.map === null ? [] : [{ name: 'Plan', value: <MapLink to={place.map} /> }]),
    ...(place.access === '' ? [] : [{ name: 'Accès', value: <Paragraphs text={place.access} /> }]),
    ...(practical === '' ? [] : [{ name: 'Salle, matériel', value: <Paragraphs text={practical} /> }]),
    ...(around === null ? [] : [{ name: 'Horaires de la salle', value: around }]),
    { name: 'Qui vient', value: <Expected expected={expected} bands={bands} /> },
    ...(bring === '' ? [] : [{ name: 'Demandé aux participantes', value: bring }]),
    { name: 'Pour', value: `${contact.relais}, ${contact.collectivite}` },
    ...(contact.animators.length === 0 ? [] : [{ name: 'Avec', value: list(contact.animators) }]),
    ...contactFact(contact),
  ];
  return (
    <section className="panel" aria-label="Fiche pratique">
      <Facts facts={facts} />
    </section>
  );
}

function MapLink({ to }: { to: string }) {
  return (
    <a href={to} rel="noreferrer" className="inline-flex min-h-11 items-center gap-2">
      Ouvrir le plan <ExternalLink size={16} />
    </a>
  );
}

function Expected({ expected, bands }: { expected: string; bands: readonly string[] }) {
  return (
    <>
      <p>{expected}</p>
      {bands.map((words) => (
        <p key={words} className="text-soft">
          {words}
        </p>
      ))}
    </>
  );
}

function Deeds({ sheet }: { sheet: PracticalSheet }) {
  const { sessionId, ended, money, standing, session, here, leadsGroup, cohortId, total, contact } = sheet;
  const held = standing === 'ACCEPTED' && session === 'PUBLISHED';
  return (
    <nav aria-label="Actions" className="grid gap-3">
      {held && ended && money === 'PLANNED' && (
        <LinkButton to={`/intervenant/seances/${sessionId}/service-fait`} wide>
          Confirmer qu’elle a eu lieu
        </LinkButton>
      )}
      {money !== 'PLANNED' && <p>Vous avez confirmé que cette séance a eu lieu.</p>}
      {leadsGroup && session === 'PUBLISHED' && (
        <LinkButton to={`/animation/seances/${sessionId}/emargement`} variant="quiet">
          La feuille de présence
        </LinkButton>
      )}
      {standing === 'ACCEPTED' && (
        <LinkButton to={`/intervenant/seances/${sessionId}/documents`} variant="quiet">
          Documents pour les participantes
        </LinkButton>
      )}
      {cohortId !== null && (
        <LinkButton to={`/intervenant/groupes/${cohortId}`} variant="quiet">
          Le groupe
        </LinkButton>
      )}
      {!here && <p className="text-soft">Les feuilles s’ouvrent avec votre compte de {contact.collectivite}.</p>}
      {total !== null && (
        <p>
          Convenu : <b>{euros(total)}</b>
        </p>
      )}
      <Link to="/intervenant" className="inline-flex min-h-11 items-center">
        Toutes mes interventions
      </Link>
    </nav>
  );
}
