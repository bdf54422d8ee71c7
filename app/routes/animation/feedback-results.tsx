import type { QuestionResult } from '#app/training/feedback.ts';
import { SCALE } from '#app/training/feedback.ts';
import { Table } from '#app/ui/table.tsx';

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
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="mt-1 block h-2 w-full" aria-hidden="true">
              <rect width="100" height="8" rx="4" fill="var(--line)" />
              <rect width={share * 100} height="8" rx="4" fill="var(--teal)" />
            </svg>
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
