import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { teamActivity, type TeamActivity, type TeamDate } from '#app/catalog/team-activity.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { list, plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Table } from '#app/ui/table.tsx';
import { PublicationBadge } from './publication-badge.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.activity.title ?? 'Activité'} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const activity = await teamActivity(actor, requireId(params), context.now());
  if (!activity) throw new Response(null, { status: 404 });
  return { activity, records: maySomewhere(actor, 'result.write') };
}

export default function Activite() {
  const { activity, records } = useLoaderData<typeof loader>();
  const coming = activity.dates.filter(({ past }) => !past);
  const past = activity.dates.filter((date) => date.past);
  const drafts = coming.filter(({ state }) => state === 'DRAFT').length;
  return (
    <>
      <PageHeader
        above={
          <div className="flex flex-wrap gap-2">
            <KindMark kind={activity.kind} />
            <PublicationBadge state={activity.state} />
          </div>
        }
        title={activity.title}
        lead={activity.relais.name}
      >
        {activity.plans && <Deeds activity={activity} drafts={drafts} records={records} />}
      </PageHeader>
      {drafts > 0 && activity.plans && (
        <Notice title={plural(drafts, 'date en brouillon', 'dates en brouillon')}>
          <p>Personne ne les voit encore. Publiez-les quand elles sont prêtes.</p>
        </Notice>
      )}
      <div className="grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <section className="grid gap-4" aria-labelledby="dates">
          <h2 id="dates">Dates</h2>
          {coming.length === 0 ? <NoDate activity={activity} /> : <Dates caption="Dates à venir" dates={coming} />}
          {past.length > 0 && (
            <details className="panel fold">
              <summary>{plural(past.length, 'date passée', 'dates passées')}</summary>
              <Dates caption="Dates passées" dates={past.toReversed()} />
            </details>
          )}
        </section>
        <Description activity={activity} />
      </div>
    </>
  );
}

function Deeds({ activity, drafts, records }: { activity: TeamActivity; drafts: number; records: boolean }) {
  const at = (deed: string) => `/animation/activites/${activity.id}/${deed}`;
  const isPublished = activity.dates.some(({ state, past }) => state === 'PUBLISHED' && !past);
  const isNew = activity.state === 'DRAFT' && activity.dates.every(({ state }) => state === 'DRAFT');
  return (
    <div className="flex flex-wrap gap-3 pt-2">
      {drafts > 0 && <LinkButton to={at('publication')}>Publier</LinkButton>}
      <LinkButton to={at('dates')} variant={drafts > 0 ? 'quiet' : 'primary'}>
        Ajouter des dates
      </LinkButton>
      <LinkButton to={at('modification')} variant="quiet">
        Modifier
      </LinkButton>
      <LinkButton to={at('regles')} variant="quiet">
        Règles d’inscription
      </LinkButton>
      {isPublished && activity.kind !== 'ANALYSE' && (
        <LinkButton to={at('annonce')} variant="quiet">
          Annoncer l’ouverture
        </LinkButton>
      )}
      {activity.groupId === null && (activity.kind === 'REUNION' || activity.kind === 'ATELIER') && (
        <LinkButton to={`/animation/groupes/nouveau?activite=${activity.id}`} variant="quiet">
          Composer un groupe
        </LinkButton>
      )}
      {activity.groupId !== null && (
        <LinkButton to={`/animation/groupes/${activity.groupId}`} variant="quiet">
          Son groupe
        </LinkButton>
      )}
      <LinkButton to={at('documents')} variant="quiet">
        Documents
      </LinkButton>
      {activity.kind === 'FORMATION' && activity.dates.some(({ past, state }) => past && state === 'PUBLISHED') && (
        <LinkButton to={at('avis')} variant="quiet">
          Avis
        </LinkButton>
      )}
      <LinkButton to={at('copie')} variant="quiet">
        Reprendre pour une autre période
      </LinkButton>
      {activity.dates.some(({ past }) => past) && activity.kind !== 'ANALYSE' && (
        <>
          {records && activity.kind === 'FORMATION' && (
            <LinkButton to={at('resultats')} variant="quiet">
              Résultats
            </LinkButton>
          )}
          <LinkButton to={at('attestations')} variant="quiet">
            Attestations
          </LinkButton>
        </>
      )}
      {isNew && (
        <LinkButton to={at('suppression')} variant="danger">
          Supprimer le brouillon
        </LinkButton>
      )}
    </div>
  );
}

function NoDate({ activity }: { activity: TeamActivity }) {
  return (
    <Empty sentence="Aucune date à venir.">
      {activity.plans && <LinkButton to={`/animation/activites/${activity.id}/dates`}>Ajouter des dates</LinkButton>}
    </Empty>
  );
}

const over = (taken: number, most: number | null, one: string, many: string) =>
  most === null ? plural(taken, one, many) : `${taken} sur ${plural(most, one, many)}`;

function Dates({ caption, dates }: { caption: string; dates: readonly TeamDate[] }) {
  return (
    <Table caption={caption} columns={['Quand', 'Où', 'Places prises']}>
      {dates.map((date) => (
        <tr key={date.id}>
          <th scope="row" className="min-w-52">
            <Link to={`/animation/seances/${date.id}`} className="inline-flex min-h-11 items-center">
              {date.when}
            </Link>
            {date.theme !== null && <span className="block font-normal text-soft">{date.theme}</span>}
            <PublicationBadge state={date.state} />
          </th>
          <td>{date.site}</td>
          <td className="min-w-40">
            {date.state === 'PUBLISHED' ? (
              <>
                {over(date.adults, date.maxAdults, 'adulte', 'adultes')}
                {(date.maxChildren !== null || date.children > 0) && (
                  <span className="block">{over(date.children, date.maxChildren, 'enfant', 'enfants')}</span>
                )}
                {date.waiting > 0 && <span className="block text-soft">{date.waiting} en attente</span>}
              </>
            ) : (
              <span className="text-soft">–</span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Description({ activity }: { activity: TeamActivity }) {
  const { audience, ages, bring, maxAdults, maxChildren, guests } = activity;
  const places = [
    ...(maxAdults === null ? [] : [plural(maxAdults, 'adulte', 'adultes')]),
    ...(maxChildren === null ? [] : [plural(maxChildren, 'enfant', 'enfants')]),
  ];
  const facts = [
    { name: 'Pour', value: audience },
    { name: 'Âges', value: ages },
    { name: 'À prévoir', value: bring },
    { name: 'Places', value: places.length === 0 ? 'sans plafond' : `${list(places)} par date` },
    { name: 'Relais invités', value: guests.length === 0 ? null : list(guests) },
  ].filter(({ value }) => value !== null && value !== '');
  return (
    <div className="grid gap-4">
      <section className="panel grid gap-3" aria-labelledby="activite">
        <h2 id="activite">L’activité</h2>
        {activity.description !== '' && <Paragraphs text={activity.description} />}
        <Facts facts={facts} />
      </section>
      <section className="panel grid gap-3" aria-labelledby="regles">
        <h2 id="regles">Règles d’inscription</h2>
        <ul className="grid gap-2">
          {activity.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
