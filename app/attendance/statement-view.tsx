import { Form, Link } from '@remix-run/react';
import { Moment } from '#app/catalog/moment.tsx';
import { capital, plural } from '#app/time/french.ts';
import { euros } from '#app/time/money.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { Table } from '#app/ui/table.tsx';
import { periodQuery, periodWords, type StatementPeriod } from './statement-period.ts';
import {
  priceOfLine,
  referencesOf,
  stateWords,
  totalOf,
  workWords,
  type Statement,
  type StatementLine,
} from './statement.ts';

interface StatementViewProps {
  statements: readonly Statement[];
  period: StatementPeriod;
  quarters: readonly (StatementPeriod & { name: string })[];
  /** The address of this page, without its query. */
  here: string;
  /** Where a session leads. */
  sessionAt: (sessionId: string) => string;
}

/** A statement over a period: its period, one table a manager, its paper and its spreadsheet. */
export function StatementView({ statements, period, quarters, here, sessionAt }: StatementViewProps) {
  const query = periodQuery(period);
  return (
    <div className="grid gap-7 pt-6">
      <Periods period={period} quarters={quarters} here={here} />
      {statements.length === 0 ? (
        <Empty sentence={`Aucune intervention acceptée ${periodWords(period)}. Choisissez une autre période.`} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <LinkButton to={`${here}.pdf?${query}`} plain>
            Imprimer (PDF)
          </LinkButton>
          <LinkButton to={`${here}.csv?${query}`} variant="quiet" plain>
            Tableur (CSV)
          </LinkButton>
        </div>
      )}
      {statements.map((statement) => (
        <Part key={statement.collectivite} statement={statement} sessionAt={sessionAt} />
      ))}
    </div>
  );
}

function Periods({ period, quarters, here }: Pick<StatementViewProps, 'period' | 'quarters' | 'here'>) {
  const more = period.relais === undefined ? {} : { relais: period.relais };
  return (
    <section className="grid gap-4" aria-label="Période">
      <ChipGroup label="Trimestres">
        {quarters.map(({ name, du, au }) => (
          <ChipLink
            key={name}
            to={`${here}?${periodQuery({ du, au, ...more })}`}
            current={du === period.du && au === period.au}
          >
            {name}
          </ChipLink>
        ))}
      </ChipGroup>
      <Form className="flex flex-wrap items-end gap-4" action={here}>
        <Field id="du" label="Du">
          {(control) => <input {...control} key={period.du} type="date" name="du" defaultValue={period.du} />}
        </Field>
        <Field id="au" label="Au">
          {(control) => <input {...control} key={period.au} type="date" name="au" defaultValue={period.au} />}
        </Field>
        {period.relais !== undefined && <input type="hidden" name="relais" value={period.relais} />}
        <Button variant="quiet">Changer la période</Button>
      </Form>
    </section>
  );
}

const COLUMNS = ['Date', 'Séance', 'Travail convenu', 'Déplacement', 'Total', 'Références', 'État'];

function Part({ statement, sessionAt }: { statement: Statement } & Pick<StatementViewProps, 'sessionAt'>) {
  const { collectivite, lines } = statement;
  const open = lines.filter(({ terms }) => terms === null).length;
  return (
    <section className="grid gap-3" aria-label={collectivite}>
      <h2>{collectivite}</h2>
      <p>
        <b className="text-2xl">{euros(totalOf(lines))}</b> pour {plural(lines.length, 'intervention', 'interventions')}
        {open > 0 && `, dont ${open} sans conditions convenues, non comptées`}
      </p>
      <Table caption={`Interventions, ${collectivite}`} columns={COLUMNS}>
        {lines.map((line) => (
          <Row key={line.assignmentId} line={line} to={sessionAt(line.sessionId)} />
        ))}
      </Table>
    </section>
  );
}

function Row({ line, to }: { line: StatementLine; to: string }) {
  const price = priceOfLine(line);
  return (
    <tr>
      <th scope="row">
        <Moment words={line.when} />
      </th>
      <td>
        <Link to={to}>{line.cancelled ? `${line.title} (annulée)` : line.title}</Link>
        <br />
        <span className="text-soft">{line.relais}</span>
      </td>
      <td>{capital(workWords(line))}</td>
      <td className="whitespace-nowrap">{price === null ? '–' : euros(price.travel)}</td>
      <td className="whitespace-nowrap font-bold">{price === null ? '–' : euros(price.total)}</td>
      <td>{referencesOf(line) || '–'}</td>
      <td>{capital(stateWords(line))}</td>
    </tr>
  );
}
