import { COLUMN_OPTIONS } from '#app/people/list-columns.ts';
import type { TriedList } from '#app/people/tryList.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Table } from '#app/ui/table.tsx';
import { SelectField } from './form-fields.tsx';

/** What each column of the list is, guessed from its title: to be corrected, then read again. */
export function ImportColumns({ tried, open }: { tried: TriedList; open: boolean }) {
  const { packed, mapping, headers, headerChoices, samples, relais, relaisSlug } = tried;
  return (
    <details className="panel fold" open={open}>
      <summary>Le sens des colonnes</summary>
      <form
        method="post"
        action="/animation/professionnels/import"
        encType="multipart/form-data"
        className="grid gap-4 pt-2"
      >
        <input type="hidden" name="liste" value={packed} />
        <SelectField name="titres" label="Ligne des titres" value={String(mapping.header)} options={headerChoices} />
        {relais.length > 1 && (
          <SelectField
            name="relais"
            label="Relais de rattachement"
            none="Selon la colonne Relais"
            value={relaisSlug}
            options={relais.map(({ slug, name }) => ({ value: slug, label: `Toutes au ${name}` }))}
          />
        )}
        <Table caption="Les colonnes de votre liste" columns={['Titre', 'Exemples', 'C’est']}>
          {headers.map((header, index) => (
            <tr key={index}>
              <th scope="row">{header === '' ? `Colonne ${index + 1}` : header}</th>
              <td className="text-soft wrap-anywhere">{samples[index]?.join(' · ')}</td>
              <td className="min-w-52">
                <select
                  className="input"
                  name={`colonne-${index}`}
                  aria-label={`La colonne ${header === '' ? index + 1 : header} est`}
                  defaultValue={mapping.fields[index] ?? ''}
                >
                  <option value="">Laisser de côté</option>
                  {COLUMN_OPTIONS.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </Table>
        <Button variant="quiet" className="justify-self-start">
          Relire avec ces colonnes
        </Button>
      </form>
    </details>
  );
}
