import { Link } from '@remix-run/react';
import type { NeedFilters } from '#app/training/need-filters.ts';
import type { NeedLine, ThemeLine } from '#app/training/relais-needs.server.ts';
import { plural } from '#app/time/french.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Table } from '#app/ui/table.tsx';

interface ThemeTableProps {
  themes: readonly ThemeLine[];
  filters: NeedFilters;
}

/** How many wish each theme; its name narrows the list below. */
export function ThemeTable({ themes, filters: { relais } }: ThemeTableProps) {
  const within = relais === undefined ? '' : `&relais=${encodeURIComponent(relais)}`;
  return (
    <Table
      caption="Par thème"
      columns={['Thème', 'Personnes', 'Le plus tôt possible', 'À renouveler', 'Le samedi', 'À distance']}
    >
      {themes.map(({ themeId, title, people, urgent, due, saturday, remote }) => (
        <tr key={themeId ?? 'autres'}>
          <th scope="row">
            <Link to={`/animation/besoins?theme=${themeId ?? 'autres'}${within}#personnes`}>{title}</Link>
          </th>
          {[people, urgent, due, saturday, remote].map((count, index) => (
            <td key={index}>{count}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** Who wishes what, renewals and urgent ones first. */
export function NeedTable({ needs, more }: { needs: readonly NeedLine[]; more: boolean }) {
  if (needs.length === 0) return <Notice title="Aucun besoin ne correspond. Retirez un filtre." />;
  return (
    <div id="personnes" className="grid gap-3">
      <Table
        caption={plural(needs.length, 'besoin', 'besoins')}
        columns={['Personne', 'Besoin', 'Ce qui convient', 'Pour quand', 'D’où']}
      >
        {needs.map((need) => (
          <tr key={need.id}>
            <th scope="row">
              <Link to={`/animation/professionnels/${need.personId}`}>{need.name}</Link>
              <p className="text-soft font-normal">
                {[need.commune, need.relais].filter((word) => word !== null).join(' · ')}
              </p>
            </th>
            <td>
              <b>{need.title}</b>
              {need.words !== '' && <p>{need.words}</p>}
              {need.why !== '' && <p className="text-soft">{need.why}</p>}
            </td>
            <td>{need.suits}</td>
            <td>{need.due === null ? need.urgency : `À renouveler ${need.due}`}</td>
            <td>{need.source}</td>
          </tr>
        ))}
      </Table>
      {more && <Notice title="Seuls les 200 premiers besoins sont montrés : choisissez un thème ou une commune." />}
    </div>
  );
}
