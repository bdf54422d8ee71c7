import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { directory, type DirectoryLine } from '#app/enrollment/directory.server.ts';
import { accessRequestCount } from '#app/people/access-requests.server.ts';
import { AgrementBadge } from '#app/people/agrement-badge.tsx';
import { communeChoices, relaisChoices } from '#app/people/directory-choices.server.ts';
import { directoryQuery, readDirectory } from '#app/people/directory-filters.ts';
import { plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Table } from '#app/ui/table.tsx';
import { DirectoryForm } from './directory-form.tsx';

export const meta: MetaFunction = () => [{ title: 'Professionnel·les · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const query = new URL(request.url).searchParams;
  const filters = readDirectory(query);
  return {
    filters,
    list: await directory(actor, filters, context.now(), { from: query.get('suite') }),
    first: query.get('suite') === null,
    relais: await relaisChoices(actor, 'professional.read'),
    communes: await communeChoices(actor),
    requests: await accessRequestCount(actor),
  };
}

export default function Professionnels() {
  const { filters, list, first, relais, communes, requests } = useLoaderData<typeof loader>();
  const { lines, total, next } = list;
  const to = (from: string | null) => `/animation/professionnels?${directoryQuery(filters, from)}`;
  const query = directoryQuery(filters);
  return (
    <>
      <PageHeader title="Professionnel·les">
        <Deeds requests={requests} />
      </PageHeader>
      <div className="grid gap-5 pt-4">
        <DirectoryForm filters={filters} relais={relais} communes={communes} />
        <div className="grid min-w-0 gap-4">
          <p role="status" className="font-bold">
            {plural(total, 'personne', 'personnes')}
          </p>
          {lines.length === 0 ? <NoOne filtered={query !== ''} /> : <Lines lines={lines} several={relais.length > 1} />}
          {(next !== null || !first) && (
            <Pager
              label="Pages de la liste"
              {...(first ? {} : { previous: { to: to(null), label: 'Début de la liste' } })}
              {...(next === null ? {} : { next: { to: to(next), label: 'Suite' } })}
            />
          )}
          {lines.length > 0 && <Exports query={query} total={total} />}
        </div>
      </div>
    </>
  );
}

function Deeds({ requests }: { requests: number }) {
  return (
    <div className="flex flex-wrap gap-3 pt-2">
      <LinkButton to="/animation/professionnels/nouveau">Nouvelle fiche</LinkButton>
      <LinkButton to="/animation/professionnels/demandes" variant="quiet">
        {requests === 0 ? 'Demandes d’accès' : `Demandes d’accès : ${requests}`}
      </LinkButton>
      <LinkButton to="/animation/professionnels/import" variant="quiet">
        Importer une liste
      </LinkButton>
      <LinkButton to="/animation/professionnels/doublons" variant="quiet">
        Doublons
      </LinkButton>
    </div>
  );
}

function Lines({ lines, several }: { lines: readonly DirectoryLine[]; several: boolean }) {
  const columns = ['Nom', 'Téléphone', 'Commune', 'Agrément', 'Dernière venue'];
  return (
    <Table caption="Les professionnel·les de vos relais" columns={columns}>
      {lines.map((line) => (
        <tr key={line.id}>
          <th scope="row" className="min-w-52">
            <Link to={`/animation/professionnels/${line.id}`} className="inline-flex min-h-11 items-center">
              {line.name}
            </Link>
            <span className="block font-normal text-soft">{line.kind}</span>
            {line.statusWords !== null && (
              <span className="badge mt-1" data-tone="permanence">
                {line.statusWords}
              </span>
            )}
          </th>
          <td className="whitespace-nowrap">
            {line.phone === null ? (
              <span className="text-soft">aucun</span>
            ) : (
              <a href={`tel:${line.phone.replaceAll(' ', '')}`} className="inline-flex min-h-11 items-center">
                {line.phone}
              </a>
            )}
            {!line.hasEmail && <span className="block text-soft">sans e-mail</span>}
          </td>
          <td>
            {line.commune ?? <span className="text-soft">non indiquée</span>}
            {several && line.relais !== null && <span className="block text-soft">{line.relais}</span>}
          </td>
          <td className="min-w-44">
            <AgrementCell line={line} />
          </td>
          <td>{line.lastCame ?? <span className="text-soft">jamais</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

function AgrementCell({ line: { agrement, agrementMissing } }: { line: DirectoryLine }) {
  if (agrement === null) return agrementMissing ? <span className="text-soft">à compléter</span> : '–';
  return (
    <>
      {agrement.words}
      <span className="mt-1 block">
        {agrement.state === 'valid' ? (
          <span className="text-soft">{agrement.validity}</span>
        ) : (
          <AgrementBadge state={agrement.state} words={agrement.validity} />
        )}
      </span>
    </>
  );
}

function NoOne({ filtered }: { filtered: boolean }) {
  return filtered ? (
    <Empty sentence="Personne ne répond à ces critères. Essayez avec moins de lettres, ou d’autres filtres.">
      <LinkButton to="/animation/professionnels" variant="quiet">
        Effacer les filtres
      </LinkButton>
    </Empty>
  ) : (
    <Empty sentence="Aucune fiche encore. Importez votre liste : Excel ou CSV, dans l’ordre qu’elle a.">
      <LinkButton to="/animation/professionnels/import">Importer une liste</LinkButton>
    </Empty>
  );
}

function Exports({ query, total }: { query: string; total: number }) {
  const ending = query === '' ? '' : `?${query}`;
  return (
    <Notice title="Emporter cette liste">
      <p>
        {plural(total, 'personne', 'personnes')}, avec leurs coordonnées : gardez ce fichier à l’abri, votre nom est
        noté avec l’export.
      </p>
      <p className="mt-2 flex flex-wrap gap-3">
        <LinkButton to={`/animation/professionnels.xlsx${ending}`} plain variant="quiet">
          Tableur (.xlsx)
        </LinkButton>
        <LinkButton to={`/animation/professionnels.csv${ending}`} plain variant="quiet">
          CSV
        </LinkButton>
      </p>
    </Notice>
  );
}
