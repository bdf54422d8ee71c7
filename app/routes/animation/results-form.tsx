import type { ResultLine, ResultsPage } from '#app/training/results-page.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { errorId, Field, FieldError } from '#app/ui/field.tsx';
import { Table } from '#app/ui/table.tsx';

type Refused = { errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>> } | undefined;

/** One form for all who came: obtained or not, and until when. */
export function ResultsForm({ page: { themes, themeId, lines }, refused }: { page: ResultsPage; refused: Refused }) {
  const errors = refused?.errors ?? {};
  return (
    <form method="post" className="grid gap-6" noValidate>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Field
        id="theme"
        label="Thème"
        hint="Il dit ce que cette formation renouvelle, et après combien de temps la refaire."
        errors={errors.theme === undefined ? [] : [errors.theme]}
      >
        {(control) => (
          <select {...control} name="theme" defaultValue={refused?.typed.theme ?? themeId}>
            <option value="">Aucun thème de la liste</option>
            {themes.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Table caption="Qui est venue" columns={['Personne', 'Certificat obtenu', 'Valable jusqu’au']}>
        {lines.map((line) => (
          <Line key={line.personId} line={line} refused={refused} />
        ))}
      </Table>
      <p className="hint">
        La date proposée vient du thème et des règles en vigueur le dernier jour ; corrigez-la au besoin, ou videz-la si
        le certificat n’expire pas. Chacune est prévenue de ce qui change pour elle.
      </p>
      <p>
        <Button>Enregistrer les résultats</Button>
      </p>
    </form>
  );
}

function Line({
  line: { personId, name, came, obtained, expiresOn },
  refused,
}: {
  line: ResultLine;
  refused: Refused;
}) {
  const until = `validite-${personId}`;
  const said = refused?.typed[`obtenu-${personId}`] ?? (obtained === null ? 'oui' : obtained ? 'oui' : 'non');
  const error = refused?.errors[until];
  return (
    <tr>
      <th scope="row" className="wrap-anywhere min-w-48">
        {name}
        <p className="text-soft font-normal">
          {came}
          {obtained === null && ' · à noter'}
        </p>
      </th>
      <td>
        <fieldset className="flex gap-5">
          <legend className="sr-only">Certificat obtenu par {name}</legend>
          {['oui', 'non'].map((value) => (
            <label key={value} className="inline-flex min-h-11 items-center gap-2">
              <input
                type="radio"
                className="accent-teal size-5"
                name={`obtenu-${personId}`}
                value={value}
                defaultChecked={said === value}
              />
              {value === 'oui' ? 'Oui' : 'Non'}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        <label htmlFor={until} className="sr-only">
          Certificat de {name} valable jusqu’au
        </label>
        <input
          id={until}
          className="input"
          type="date"
          name={until}
          defaultValue={refused?.typed[until] ?? expiresOn}
          {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId(until) })}
        />
        <FieldError id={until} errors={error === undefined ? [] : [error]} />
      </td>
    </tr>
  );
}
