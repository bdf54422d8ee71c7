import { Form, Link } from '@remix-run/react';
import type { ThemeRow } from '#app/training/theme-catalogue.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Table } from '#app/ui/table.tsx';

/** The themes proposed, in the order of the list. */
export function ThemeRows({ themes }: { themes: readonly ThemeRow[] }) {
  return (
    <Table caption="Thèmes proposés" columns={['Thème', 'Pour', 'Durée', 'Renouvellement', 'Besoins', 'Retirer']}>
      {themes.map(({ id, title, relais, hours, renewalMonths, needs, settles }) => (
        <tr key={id}>
          <th scope="row" className="min-w-44 wrap-anywhere">
            {settles ? (
              <Link to={`/animation/themes/${id}`} className="inline-flex min-h-11 items-center">
                {title}
              </Link>
            ) : (
              title
            )}
          </th>
          <td>{relais ?? 'Tous les relais'}</td>
          <td>{hours === null ? '–' : `${hours.toString().replace('.', ',')} h`}</td>
          <td>{renewalMonths === null ? '–' : plural(renewalMonths, 'mois', 'mois')}</td>
          <td>{needs}</td>
          <td>
            {settles && (
              <Form method="post" action={`/animation/themes/${id}/retrait`}>
                <Button variant="danger">
                  Retirer<span className="sr-only"> : {title}</span>
                </Button>
              </Form>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
