import { Link } from '@remix-run/react';
import type { SessionSpeaker } from '#app/attendance/session-speakers.server.ts';
import { capital } from '#app/time/french.ts';

interface DeskSpeakersProps {
  speakers: readonly SessionSpeaker[];
  sessionId: string;
}

/** Who speaks at the session, what he answered, and where his payment stands. */
export function DeskSpeakers({ speakers, sessionId }: DeskSpeakersProps) {
  if (speakers.length === 0) return null;
  return (
    <section aria-labelledby="intervenants" className="grid gap-3">
      <h2 id="intervenants">{speakers.length === 1 ? 'Intervenant' : 'Intervenants'}</h2>
      <ul className="grid gap-2">
        {speakers.map(({ assignmentId, personId, name, profession, standing, word, phone, money }) => (
          <li key={assignmentId} className="panel grid gap-1">
            <p>
              {money === null ? <b>{name}</b> : <Link to={`/animation/intervenants/${personId}`}>{name}</Link>}
              <span className="text-soft">, {profession}</span>
              {phone !== null && <span className="text-soft">, {phone}</span>}
            </p>
            <p>
              <b>{ANSWERS[standing]}</b>
              {word !== null && <span className="text-soft"> « {word} »</span>}
            </p>
            {money !== null && standing !== 'DECLINED' && (
              <p>
                {money.agreed ? `${capital(money.state)}. ` : ''}
                <Link
                  to={`/animation/seances/${sessionId}/conditions?intervention=${assignmentId}`}
                  className="inline-flex min-h-11 items-center"
                >
                  {money.agreed ? 'Ses conditions' : 'Saisir ses conditions'}
                  <span className="sr-only"> : {name}</span>
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const ANSWERS: Record<SessionSpeaker['standing'], string> = {
  PROPOSED: 'Proposé, sans réponse',
  ACCEPTED: 'D’accord',
  DECLINED: 'A décliné : il faut quelqu’un d’autre, ou une autre date.',
};
