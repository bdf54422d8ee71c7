import { Link } from '@remix-run/react';
import type { CardDate } from '#app/attendance/intervenant-card.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { Table } from '#app/ui/table.tsx';

/** The dates to come of an intervenant: what he answered, what is agreed. */
export function ComingDates({ dates }: { dates: readonly CardDate[] }) {
  return (
    <Table caption="Dates à venir" columns={['Date', 'Séance', 'Réponse', 'Conditions']}>
      {dates.map((date) => (
        <tr key={date.assignmentId}>
          <th scope="row">
            <Moment words={date.when} />
          </th>
          <td>
            <Link to={`/animation/seances/${date.sessionId}`}>{date.title}</Link>
            <br />
            <span className="text-soft">{date.relais}</span>
          </td>
          <td>
            {answerOf(date)}
            {date.word !== null && <p className="text-soft">« {date.word} »</p>}
          </td>
          <td>
            <Link to={`/animation/seances/${date.sessionId}/conditions?intervention=${date.assignmentId}`}>
              {date.agreed ? 'Voir' : 'À saisir'}
              <span className="sr-only">
                {' '}
                : conditions de {date.title}, {date.when}
              </span>
            </Link>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function answerOf({ session, standing }: CardDate): string {
  if (session === 'CANCELLED') return 'Séance annulée';
  if (standing === 'ACCEPTED') return session === 'DRAFT' ? 'D’accord (brouillon)' : 'D’accord';
  return standing === 'PROPOSED' ? 'Sans réponse' : 'A décliné';
}
