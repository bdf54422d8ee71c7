import { Link } from '@remix-run/react';
import type { BudgetLineShown } from '#app/attendance/budget.server.ts';
import { remaining, sumOf } from '#app/attendance/budget.ts';
import { euros } from '#app/time/money.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { Table } from '#app/ui/table.tsx';

/** The year before, this one, the next. */
export function BudgetYears({ year }: { year: number }) {
  return (
    <ChipGroup label="Année">
      {[year - 1, year, year + 1].map((one) => (
        <ChipLink key={one} to={`/animation/budget?annee=${one}`} current={one === year}>
          {one}
        </ChipLink>
      ))}
    </ChipGroup>
  );
}

const COLUMNS = ['Relais', 'Ligne', 'Budget', 'Proposé', 'Engagé', 'Facturé, payé', 'Reste', 'Changer'];

interface BudgetTableProps {
  year: number;
  lines: readonly BudgetLineShown[];
}

/** The lines of a year, with what is asked, agreed, invoiced and left. */
export function BudgetTable({ year, lines }: BudgetTableProps) {
  if (lines.length === 0) {
    return <Empty sentence={`Aucune ligne en ${year}. Ajoutez le budget du relais pour suivre ce qui est engagé.`} />;
  }
  const all = sumOf(lines);
  return (
    <div className="grid gap-4">
      <Table caption={`Budget ${year}`} columns={COLUMNS}>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.relais}</th>
            <td className="min-w-44 wrap-anywhere">{line.label}</td>
            <Amounts line={line} />
            <td>
              {line.mayWrite ? (
                <Link to={`/animation/budget/${line.id}/modification`} className="inline-flex min-h-11 items-center">
                  Modifier
                  <span className="sr-only">
                    {' '}
                    {line.label}, {line.relais}
                  </span>
                </Link>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
        {lines.length > 1 && (
          <tr className="font-bold">
            <th scope="row">Ensemble</th>
            <td />
            <Amounts line={all} />
            <td />
          </tr>
        )}
      </Table>
      <p>
        <LinkButton to={`/animation/budget.csv?annee=${year}`} variant="quiet" plain>
          Tableur (CSV)
        </LinkButton>
      </p>
    </div>
  );
}

function Amounts({ line }: { line: ReturnType<typeof sumOf> }) {
  const left = remaining(line);
  return (
    <>
      {[line.amount, line.proposed, line.committed, line.spent].map((cents, index) => (
        <td key={index} className="whitespace-nowrap">
          {euros(cents)}
        </td>
      ))}
      <td className="whitespace-nowrap font-bold">
        {euros(left)}
        {left < 0 && (
          <span className="field-error">
            <TriangleAlert size={18} />
            <span>Dépassé</span>
          </span>
        )}
      </td>
    </>
  );
}
