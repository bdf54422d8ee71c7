import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Check, MapPin, Phone } from '#app/ui/icons.tsx';
import type { PersonToTell, SessionToTell } from './to-tell.server.ts';

interface ToTellListProps {
  sessions: readonly SessionToTell[];
  /** Where a tick comes back to. */
  back: string;
  /** The session's own page says already which session it is. */
  single?: boolean;
}

/** Whom to telephone, session by session: what to say, one tap dials, one tap ticks. */
export function ToTellList({ sessions, back, single = false }: ToTellListProps) {
  return (
    <div className="grid gap-6">
      {sessions.map((session) => (
        <section key={session.sessionId} className="panel grid gap-3" aria-labelledby={`seance-${session.sessionId}`}>
          <Heading session={session} single={single} />
          <ToSayLines session={session} />
          <People session={session} back={back} />
        </section>
      ))}
    </div>
  );
}

function Heading({
  session: { sessionId, title, relais, people },
  single,
}: {
  session: SessionToTell;
  single: boolean;
}) {
  const left = people.filter(({ told }) => told === null).length;
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
      <h2 id={`seance-${sessionId}`}>
        {single ? (
          'À prévenir'
        ) : (
          <Link to={`/animation/seances/${sessionId}`} className="text-ink">
            {title}
          </Link>
        )}
      </h2>
      <p className="text-soft">
        {single ? '' : `${relais.name} · `}
        {left === 0 ? 'toutes prévenues' : `${left} à prévenir`}
      </p>
    </div>
  );
}

function ToSayLines({ session: { say } }: { session: SessionToTell }) {
  return (
    <div className="notice" data-tone={say.now === null ? 'error' : 'warn'}>
      <MapPin size={22} />
      <div>
        <p className="notice-title">{say.what}</p>
        {say.was !== null && <p>{say.now === null ? say.was : <s>{say.was}</s>}</p>}
        {say.now !== null && (
          <p>
            <span className="text-soft">Maintenant : </span>
            <b>{say.now}</b>
          </p>
        )}
        {say.why !== null && <p>Motif : {say.why}</p>}
      </div>
    </div>
  );
}

function People({ session: { people }, back }: { session: SessionToTell; back: string }) {
  return (
    <ul className="grid">
      {people.map((person) => (
        <li
          key={person.id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0"
        >
          <div className="min-w-44 flex-1">
            <p className="font-bold">{person.name}</p>
            <p className="text-soft">{person.told === null ? person.unheard : `Prévenue ${person.told}`}</p>
          </div>
          <Dial person={person} />
          <Tick person={person} back={back} />
        </li>
      ))}
    </ul>
  );
}

function Dial({ person: { phone, name, told } }: { person: PersonToTell }) {
  if (phone === null) return <p className="text-soft min-w-40">Pas de téléphone connu</p>;
  if (told !== null) return null;
  return (
    <a
      className="btn btn--quiet min-w-40"
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
      aria-label={`Appeler ${name} au ${phone}`}
    >
      <Phone size={20} />
      {phone}
    </a>
  );
}

/** A button that needs no script; its name says of whom. */
function Tick({ person: { id, name, told }, back }: { person: PersonToTell; back: string }) {
  const done = told !== null;
  return (
    <Form
      method="post"
      action={`/animation/a-prevenir/${id}/${done ? 'a-rappeler' : 'prevenue'}`}
      preventScrollReset
      className="flex-none"
    >
      <input type="hidden" name="retour" value={back} />
      <Button variant={done ? 'quiet' : 'primary'} aria-label={done ? `Annuler : ${name}` : `${name} est prévenue`}>
        {done ? null : <Check size={20} />}
        {done ? 'Annuler' : 'Prévenue'}
      </Button>
    </Form>
  );
}
