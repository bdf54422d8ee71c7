import type { QuestionResult } from '#app/training/feedback.ts';
import { SCALE } from '#app/training/feedback.ts';
import { Table } from '#app/ui/table.tsx';
import { ProgressBar } from './progress-bar.tsx';

interface FeedbackTableProps {
  results: readonly QuestionResult[];
  answered: number;
  asked: number;
}

/** Each question's average, drawn, with how many chose what. */
export function FeedbackTable({ results, answered, asked }: FeedbackTableProps) {
  return (
    <Table
      caption={`${answered} réponses sur ${asked}`}
      columns={['Question', 'Moyenne sur 4', ...SCALE.map(({ label }) => label)]}
    >
      {results.map(({ key, label, average, share, counts }) => (
        <tr key={key}>
          <th scope="row" className="min-w-56">
            {label}
          </th>
          <td className="min-w-28">
            <b>{average}</b>
            <ProgressBar done={share} of={1} />
          </td>
          {counts.map(({ label: mark, count }) => (
            <td key={mark}>{count}</td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

/** Their own words, in no order. */
export function FeedbackWords({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <p className="text-soft">Personne n’a ajouté de mots.</p>;
  return (
    <section className="grid gap-3" aria-labelledby="mots">
      <h2 id="mots">Avec leurs mots</h2>
      <ul className="grid gap-3">
        {words.map((one, index) => (
          <li key={index} className="panel wrap-anywhere whitespace-pre-line">
            {one}
          </li>
        ))}
      </ul>
    </section>
  );
}
