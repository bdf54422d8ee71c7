import { Link } from '@remix-run/react';
import type { PendingAnswer } from '#app/catalog/pending-answers.server.ts';
import { plural } from '#app/time/french.ts';

/** Dates asked of intervenants: those declined, then those without an answer. */
export function PendingAnswers({ answers }: { answers: readonly PendingAnswer[] }) {
  if (answers.length === 0) return null;
  const [declined, waiting] = [answers.filter((one) => one.declined), answers.filter((one) => !one.declined)];
  return (
    <section aria-labelledby="reponses" className="panel grid content-start gap-4 self-start">
      <h2 id="reponses">Intervenants</h2>
      <Group title="Propositions déclinées" answers={declined} />
      <Group title="Propositions sans réponse" answers={waiting} />
    </section>
  );
}

function Group({ title, answers }: { title: string; answers: readonly PendingAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      <ul className="task-group">
        {answers.map(({ sessionId, name, title, when, word, others }) => (
          <li key={sessionId}>
            <Link to={`/animation/seances/${sessionId}`}>
              {name} : {title}
            </Link>
            <p className="hint">
              {when}
              {others > 0 && `, et ${plural(others, 'autre date', 'autres dates')}`}
            </p>
            {word !== null && <p className="hint">« {word} »</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
