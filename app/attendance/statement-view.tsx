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
  isDue,
  priceOfLine,
  referencesOf,
  stateWords,
  sumWords,
  totalOf,
  workWords,
  type Statement,
  type StatementLine,
} from './statement.ts';

interface StatementViewProps {
  statements: readonly Statement[];
  /** The relais of the period, to choose among. */
  relais: readonly { slug: string; name: string }[];
  period: StatementPeriod;
  quarters: readonly (StatementPeriod & { name: string })[];
  /** The address of this page, without its query. */
  here: string;
  /** Where a session leads. */
  sessionAt: (sessionId: string) => string;
}

/** A statement over a period: its period, one table a manager, its paper and its spreadsheet. */
export function StatementView({ statements, relais, period, quarters, here, sessionAt }: StatementViewProps) {
  const query = periodQuery(period);
  return (
    <div className="grid gap-7 pt-6">
      <Periods period={period} quarters={quarters} relais={relais} here={here} />
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

type AskedProps = Pick<StatementViewProps, 'period' | 'quarters' | 'here' | 'relais'>;

function Periods({ period, quarters, here, relais }: AskedProps) {
  const more = period.relais === undefined ? {} : { relais: period.relais };
  return (
    <section className="grid gap-4" aria-label="Période">
      <ChipGroup label="Trimestres" scroll>
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
      <Form className="grid gap-4 sm:flex sm:flex-wrap sm:items-end" action={here}>
        <div className="grid grid-cols-2 gap-4 sm:flex">
          <Field id="du" label="Du">
            {(control) => <input {...control} key={period.du} type="date" name="du" defaultValue={period.du} />}
          </Field>
          <Field id="au" label="Au">
            {(control) => <input {...control} key={period.au} type="date" name="au" defaultValue={period.au} />}
          </Field>
        </div>
        <RelaisChoice period={period} relais={relais} />
        <Button variant="quiet">Afficher</Button>
      </Form>
    </section>
  );
}

/** One relais or all of them; nothing to choose when there is one alone. */
function RelaisChoice({ period, relais }: Pick<StatementViewProps, 'period' | 'relais'>) {
  const { relais: asked = '' } = period;
  if (relais.length < 2 && asked === '') return null;
  return (
    <Field id="relais" label="Relais">
      {(control) => (
        <select {...control} key={asked} name="relais" defaultValue={asked}>
          <option value="">Tous les relais</option>
          {relais.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const COLUMNS = ['Date', 'Séance', 'Travail convenu', 'Déplacement', 'Total', 'Références', 'État'];

function Part({ statement, sessionAt }: { statement: Statement } & Pick<StatementViewProps, 'sessionAt'>) {
  const { collectivite, lines } = statement;
  return (
    <section className="grid gap-3" aria-label={collectivite}>
      <h2>{collectivite}</h2>
      <Sums lines={lines} />
      <div className="hidden md:block">
        <Table caption={`Interventions, ${collectivite}`} columns={COLUMNS}>
          {lines.map((line) => (
            <Row key={line.assignmentId} line={line} to={sessionAt(line.sessionId)} />
          ))}
        </Table>
      </div>
      <ul className="grid gap-3 md:hidden">
        {lines.map((line) => (
          <Card key={line.assignmentId} line={line} to={sessionAt(line.sessionId)} />
        ))}
      </ul>
    </section>
  );
}

/** What is done, then what is to come: an invoice is written from the first. */
function Sums({ lines }: { lines: readonly StatementLine[] }) {
  const [due, coming] = [lines.filter(isDue), lines.filter((line) => !isDue(line))];
  const open = lines.filter(({ terms }) => terms === null).length;
  return (
    <div>
      <p>
        <b className="text-2xl">{euros(totalOf(due))}</b> pour{' '}
        {plural(due.length, 'intervention faite', 'interventions faites')}
      </p>
      {coming.length > 0 && <p className="text-soft">Prévu, ou à confirmer : {sumWords(coming)}</p>}
      {open > 0 && (
        <p className="text-soft">
          {plural(open, 'intervention', 'interventions')} sans conditions convenues : les montants ne les comptent pas.
        </p>
      )}
    </div>
  );
}

/** A line on a phone. */
function Card({ line, to }: { line: StatementLine; to: string }) {
  const price = priceOfLine(line);
  const facts = [
    capital(workWords(line)),
    price?.travel ? `Déplacement ${euros(price.travel)}` : '',
    referencesOf(line),
  ];
  return (
    <li className="panel grid gap-1">
      <p className="font-bold">
        <Moment words={line.when} />
      </p>
      <p className="wrap-anywhere">
        <Link to={to}>{titleOf(line)}</Link>
        <br />
        <span className="text-soft">{line.relais}</span>
      </p>
      <p className="text-soft wrap-anywhere">{facts.filter((words) => words !== '').join(' · ')}</p>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <b className="text-lg">{price === null ? 'Montant à convenir' : euros(price.total)}</b>
        <span>{capital(stateWords(line))}</span>
      </p>
    </li>
  );
}

const titleOf = ({ title, cancelled }: StatementLine) => (cancelled ? `${title} (annulée)` : title);

function Row({ line, to }: { line: StatementLine; to: string }) {
  const price = priceOfLine(line);
  return (
    <tr>
      <th scope="row">
        <Moment words={line.when} />
      </th>
      <td>
        <Link to={to}>{titleOf(line)}</Link>
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
