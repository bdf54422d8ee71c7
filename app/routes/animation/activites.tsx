import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { activities, type ActivityLine } from '#app/catalog/activities.server.ts';
import {
  ACTIVITY_STATES,
  activityQuery,
  readActivityFilters,
  type ActivityFilters,
} from '#app/catalog/activity-filters.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { KINDS } from '#app/catalog/kinds.ts';
import { relaisChoices, type RelaisChoice } from '#app/people/directory-choices.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { capital, plural } from '#app/time/french.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Table } from '#app/ui/table.tsx';
import { SelectField, TextField } from './form-fields.tsx';
import { PublicationBadge } from './publication-badge.tsx';

export const meta: MetaFunction = () => [{ title: 'Activités · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const filters = readActivityFilters(new URL(request.url).searchParams);
  return {
    filters,
    list: await activities(actor, filters, context.now()),
    relais: await relaisChoices(actor, 'enrollment.list'),
    plans: maySomewhere(actor, 'session.plan'),
    settings: await relaisChoices(actor, 'relais.settings'),
  };
}

const PAGE = 30;

export default function Activites() {
  const { filters, list, relais, plans, settings } = useLoaderData<typeof loader>();
  const { lines, total } = list;
  const to = (page: number) => `/animation/activites?${activityQuery({ ...filters, page })}`;
  return (
    <>
      <PageHeader title="Activités">
        {plans && (
          <div className="flex flex-wrap gap-3 pt-2">
            <LinkButton to="/animation/activites/nouvelle">Nouvelle activité</LinkButton>
            <LinkButton to="/animation/publication" variant="quiet">
              Publier une période
            </LinkButton>
            <LinkButton to="/animation/annonces" variant="quiet">
              Annoncer l’ouverture
            </LinkButton>
          </div>
        )}
      </PageHeader>
      <div className="grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_18rem] lg:items-start">
        <div className="grid gap-4">
          <p role="status" className="font-bold">
            {plural(total, 'activité', 'activités')}
          </p>
          {lines.length === 0 ? (
            <None filters={filters} plans={plans} />
          ) : (
            <Lines lines={lines} several={relais.length > 1} />
          )}
          {total > PAGE && (
            <Pager
              label="Pages des activités"
              here={`page ${filters.page} sur ${Math.ceil(total / PAGE)}`}
              {...(filters.page > 1 ? { previous: { to: to(filters.page - 1), label: 'Avant' } } : {})}
              {...(filters.page * PAGE < total ? { next: { to: to(filters.page + 1), label: 'Suite' } } : {})}
            />
          )}
        </div>
        <div className="grid gap-4 max-lg:order-first">
          <Filters filters={filters} relais={relais} />
          {settings.length > 0 && <Settings relais={settings} />}
        </div>
      </div>
    </>
  );
}

function Lines({ lines, several }: { lines: readonly ActivityLine[]; several: boolean }) {
  return (
    <Table caption="Les activités de vos relais" columns={['Activité', 'Type', 'Dates', 'Prochaine séance']}>
      {lines.map(({ id, title, kind, relais, state, dates, drafts, next }) => (
        <tr key={id}>
          <th scope="row" className="min-w-48">
            <Link to={`/animation/activites/${id}`} className="inline-flex min-h-11 items-center">
              {title}
            </Link>
            {several && <span className="block font-normal text-soft">{relais}</span>}
            <PublicationBadge state={state} />
          </th>
          <td>
            <KindMark kind={kind} />
          </td>
          <td>
            {dates === 0 ? <span className="text-soft">aucune</span> : plural(dates, 'date', 'dates')}
            {drafts > 0 && state === 'PUBLISHED' && (
              <span className="block text-soft">dont {plural(drafts, 'brouillon', 'brouillons')}</span>
            )}
          </td>
          <td className="min-w-44">{next === null ? <span className="text-soft">–</span> : capital(next)}</td>
        </tr>
      ))}
    </Table>
  );
}

function None({ filters, plans }: { filters: ActivityFilters; plans: boolean }) {
  if (activityQuery(filters) !== '') {
    return (
      <Empty sentence="Aucune activité ne répond à ces critères.">
        <LinkButton to="/animation/activites" variant="quiet">
          Effacer les filtres
        </LinkButton>
      </Empty>
    );
  }
  return (
    <Empty sentence="Aucune activité encore. Commencez par un atelier : titre, dates, puis publication.">
      {plans && <LinkButton to="/animation/activites/nouvelle">Nouvelle activité</LinkButton>}
    </Empty>
  );
}

function Filters({ filters, relais }: { filters: ActivityFilters; relais: readonly RelaisChoice[] }) {
  const slug = KINDS.find(({ kind }) => kind === filters.kind)?.slug ?? null;
  return (
    <Form method="get" className="panel grid gap-4" role="search" aria-label="Chercher une activité">
      <TextField name="q" label="Chercher" value={filters.q} type="search" maxLength={80} />
      {relais.length > 1 && (
        <SelectField
          name="relais"
          label="Relais"
          none="Tous"
          options={relais.map((one) => ({ value: one.slug, label: one.name }))}
          value={filters.relais}
        />
      )}
      <SelectField
        name="type"
        label="Type"
        none="Tous"
        options={KINDS.map((one) => ({ value: one.slug, label: one.several }))}
        value={slug}
      />
      <SelectField
        name="etat"
        label="État"
        none="Tous"
        options={ACTIVITY_STATES.map((one) => ({ value: one.slug, label: one.label }))}
        value={filters.state}
      />
      <Button>Chercher</Button>
    </Form>
  );
}

function Settings({ relais }: { relais: readonly RelaisChoice[] }) {
  return (
    <section className="panel grid gap-2" aria-labelledby="regles-relais">
      <h2 id="regles-relais">Règles par défaut</h2>
      <ul className="grid gap-1">
        {relais.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/animation/relais/${id}/regles`} className="inline-flex min-h-11 items-center">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
