import { Link } from '@remix-run/react';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { kindTone } from '#app/catalog/kinds.ts';
import type { DaySession } from '#app/enrollment/team-day.server.ts';
import { hourRange, list, plural } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { ListChecks, PanelsTopLeft, UserRoundPlus } from '#app/ui/icons.tsx';
import { StateMark } from './planning-state-mark.tsx';

/** One session of the day: when, where, how many, who is new, what to prepare, one tap to its sheet. */
export function DaySessionCard({ session, isToday }: { session: DaySession; isToday: boolean }) {
  const { id, kind, state, title, start, end, relais, requests, waiting, newcomers } = session;
  const isHeld = state === 'PUBLISHED';
  return (
    <article className="panel day-session" data-tone={kindTone(kind)}>
      <div className="flex flex-wrap items-center gap-2">
        <KindMark kind={kind} />
        <StateMark state={state} />
        <span className="text-soft">{relais}</span>
      </div>
      <h3>
        <span className="day-hours">{hourRange(start.slice(11), end.slice(11))}</span> {title}
      </h3>
      {isHeld && <Figures session={session} />}
      {isHeld && requests + waiting > 0 && (
        <p className="flex flex-wrap gap-x-4 font-bold">
          {requests > 0 && (
            <Link className="planning-move" to={`/animation/seances/${id}`}>
              {plural(requests, 'demande à confirmer', 'demandes à confirmer')}
            </Link>
          )}
          {waiting > 0 && (
            <Link className="planning-move" to={`/animation/seances/${id}`}>
              {waiting} en attente
            </Link>
          )}
        </p>
      )}
      {isHeld && newcomers !== null && newcomers.length > 0 && (
        <p className="flex items-start gap-2">
          <UserRoundPlus size={20} className="mt-0.5 flex-none text-teal" />
          <span>
            <b>{newcomers.length === 1 ? 'Nouvelle venue' : 'Nouvelles venues'} :</b> {list(newcomers)}
          </span>
        </p>
      )}
      <Facts facts={factsOf(session)} />
      <div className="flex flex-wrap gap-3">
        {isHeld && isToday && (
          <LinkButton to={`/animation/seances/${id}/emargement`}>
            <ListChecks size={20} />
            Émarger<span className="sr-only"> : {title}</span>
          </LinkButton>
        )}
        <LinkButton to={`/animation/seances/${id}`} variant="quiet">
          <PanelsTopLeft size={20} />
          Ouvrir la séance<span className="sr-only"> : {title}</span>
        </LinkButton>
      </div>
    </article>
  );
}

function Figures({ session: { adults, children, maxAdults, maxChildren } }: { session: DaySession }) {
  const over = (n: number, most: number | null) => (most === null ? n : `${n} / ${most}`);
  return (
    <p className="card-figures">
      <FigureNumber
        value={over(adults, maxAdults)}
        label={adults < 2 && maxAdults === null ? 'adulte' : 'adultes'}
        large
      />
      {(maxChildren !== null || children > 0) && (
        <FigureNumber
          value={over(children, maxChildren)}
          label={children < 2 && maxChildren === null ? 'enfant' : 'enfants'}
          large
        />
      )}
    </p>
  );
}

function factsOf({ site, address, accessNotes, animators, bring, intervenants, toSign }: DaySession) {
  const facts = [
    { name: 'Où', value: [site, address].filter((part) => part !== '').join(', ') },
    { name: 'Accès', value: accessNotes },
    { name: 'Qui anime', value: animators.length + intervenants.length === 0 ? 'Personne encore' : list(animators) },
    { name: 'Intervention', value: list(intervenants) },
    { name: 'À prévoir', value: bring },
    { name: 'À faire signer', value: toSign.length === 0 ? '' : `le règlement, à ${list(toSign)}` },
  ];
  return facts.filter(({ value }) => value !== '');
}
