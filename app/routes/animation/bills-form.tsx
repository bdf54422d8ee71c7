import { Link } from '@remix-run/react';
import { MONEY_WORDS } from '#app/attendance/bill-state.ts';
import type { CardDate, IntervenantCard } from '#app/attendance/intervenant-card.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { capital } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { Table } from '#app/ui/table.tsx';

interface BillsFormProps {
  card: Pick<IntervenantCard, 'personId' | 'name' | 'mayWrite'>;
  dates: readonly CardDate[];
  /** What was ticked and typed, when it was refused. */
  typed?: { chosen: readonly string[]; etat: string; reference: string } | undefined;
  error?: { etat?: string | undefined; reference?: string | undefined } | undefined;
}

const CHOICES = [
  { value: 'DONE', label: 'Faite' },
  { value: 'TO_INVOICE', label: 'À facturer' },
  { value: 'INVOICED', label: 'Facturée' },
  { value: 'PAID', label: 'Payée' },
];

/** The comings that are over, ticked one by one or all together, and the state they reach. */
export function BillsForm({ card, dates, typed, error }: BillsFormProps) {
  if (dates.length === 0) return <Empty sentence="Aucune intervention passée dans vos relais depuis un an." />;
  const columns = [...(card.mayWrite ? ['Choix'] : []), 'Date', 'Séance', 'État', 'Conditions', 'Reprendre'];
  return (
    <form method="post" action={`/animation/intervenants/${card.personId}/etats`} className="grid gap-5">
      <Table caption={`Interventions passées de ${card.name}`} columns={columns}>
        {dates.map((date) => (
          <Row
            key={date.assignmentId}
            date={date}
            choice={card.mayWrite}
            chosen={typed?.chosen ?? []}
            personId={card.personId}
          />
        ))}
      </Table>
      {card.mayWrite && (
        <section className="panel flex flex-wrap items-end gap-4" aria-label="Changer l’état">
          <p className="field-legend w-full">Les interventions cochées sont maintenant :</p>
          <Field id="etat" label="État" errors={error?.etat === undefined ? [] : [error.etat]}>
            {(control) => (
              <select {...control} name="etat" defaultValue={typed?.etat ?? 'DONE'}>
                {CHOICES.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            id="reference"
            label="Numéro de facture, ou remarque"
            errors={error?.reference === undefined ? [] : [error.reference]}
          >
            {(control) => (
              <input
                {...control}
                name="reference"
                maxLength={120}
                defaultValue={typed?.reference ?? ''}
                autoComplete="off"
              />
            )}
          </Field>
          <Button>Enregistrer</Button>
        </section>
      )}
    </form>
  );
}

interface RowProps {
  date: CardDate;
  choice: boolean;
  chosen: readonly string[];
  personId: string;
}

function Row({ date, choice, chosen, personId }: RowProps) {
  const { assignmentId, sessionId, title, when, relais, state, reference, agreed, mayWrite, session } = date;
  const named = `${title}, ${when}`;
  return (
    <tr>
      {choice && (
        <td>
          {mayWrite && (
            <label className="grid min-h-11 min-w-11 place-items-center">
              <span className="sr-only">{named}</span>
              <input
                type="checkbox"
                name="interventions"
                value={assignmentId}
                defaultChecked={chosen.includes(assignmentId)}
                className="size-5"
              />
            </label>
          )}
        </td>
      )}
      <th scope="row">
        <Moment words={when} />
      </th>
      <td>
        <Link to={`/animation/seances/${sessionId}`}>{session === 'CANCELLED' ? `${title} (annulée)` : title}</Link>
        <br />
        <span className="text-soft">{relais}</span>
      </td>
      <td>
        <b>{capital(MONEY_WORDS[state])}</b>
        {reference !== '' && <p className="text-soft">{reference}</p>}
      </td>
      <td>
        <Link to={`/animation/seances/${sessionId}/conditions?intervention=${assignmentId}`}>
          {agreed ? 'Voir' : 'À saisir'}
          <span className="sr-only"> : conditions de {named}</span>
        </Link>
      </td>
      <td>
        {mayWrite && state !== 'PLANNED' ? (
          <Link to={`/animation/intervenants/${personId}/etats/annulation?intervention=${assignmentId}`}>
            Reprendre<span className="sr-only"> l’état de {named}</span>
          </Link>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
