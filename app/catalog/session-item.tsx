import { capital, dayShort } from '#app/time/french.ts';
import { Moment } from './moment.tsx';
import { Card } from '#app/ui/card.tsx';
import { CalendarDays, Clock, OctagonAlert } from '#app/ui/icons.tsx';
import { KindMark } from './kind-mark.tsx';
import { kindLabel, kindTone } from './kinds.ts';
import type { CardDay, SessionCard } from './session-card.ts';
import { SessionPlaces } from './session-places.tsx';

interface SessionItemProps {
  card: SessionCard;
  /** The card bears its own date, in a list that has no days for headings. */
  dated?: boolean;
  /** Says which relais holds it; not on that relais's own page. */
  away?: boolean;
}

/** A session in a list: when, what, where, how many places, one link. */
export function SessionItem({ card, dated = false, away = true }: SessionItemProps) {
  const { id, kind, title, series, relais } = card;
  return (
    <Card
      to={`/seances/${id}`}
      tone={kindTone(kind)}
      title={title}
      aside={dated ? leaf(card) : { large: card.start, small: `à ${card.end}` }}
      badge={<KindMark kind={kind} />}
      text={
        <>
          {series !== null && series !== kindLabel(kind) && <p>{series}</p>}
          {dated && (
            <p className="font-bold text-ink">
              <Moment words={capital(card.when)} />
            </p>
          )}
          <p>
            {away && `${relais.name} · `}
            {placeOf(card)}
          </p>
        </>
      }
    >
      <SessionPlaces card={card} />
      <BookingLine card={card} />
    </Card>
  );
}

/** A session among the dates of its own activity: the date is its title, with its theme when it has one. */
export function SessionDate({ card }: { card: SessionCard }) {
  return (
    <Card
      to={`/seances/${card.id}`}
      tone={kindTone(card.kind)}
      title={<Moment words={capital(card.when)} />}
      aside={leaf(card)}
      text={
        <>
          {card.series !== null && <p className="font-bold text-ink">{card.title}</p>}
          <p>{placeOf(card)}</p>
        </>
      }
    >
      <SessionPlaces card={card} />
      <BookingLine card={card} />
    </Card>
  );
}

function BookingLine({ card: { booking, cancelled, full, mine } }: { card: SessionCard }) {
  if (cancelled) {
    return (
      <p className="mt-2 flex items-center gap-1.5 font-bold text-danger">
        <OctagonAlert size={18} /> Séance annulée
      </p>
    );
  }
  const Face = booking.status === 'notYet' ? CalendarDays : Clock;
  return (
    <p className="mt-2 flex gap-1.5 text-[0.9375rem] text-soft">
      <Face size={17} className="mt-[0.2em] flex-none" />
      {full && mine === null && booking.status === 'open' ? `Liste d’attente ouverte. ${booking.words}` : booking.words}
    </p>
  );
}

/** Sessions under the days on which they are held. */
export function SessionDays({ days }: { days: readonly CardDay[] }) {
  return days.map(({ date, name, near, cards }) => (
    <section key={date} aria-labelledby={`jour-${date}`} className="grid gap-3">
      <h2 id={`jour-${date}`} className="text-xl">
        {capital(name)}
        {near !== null && <span className="ml-3 font-sans text-base font-normal text-soft">{near}</span>}
      </h2>
      {cards.map((card) => (
        <SessionItem key={card.id} card={card} />
      ))}
    </section>
  ));
}

/** A leaf of a calendar: "24", "nov." */
function leaf({ date }: SessionCard): { large: string; small: string } {
  const [, large = '', small = ''] = dayShort(date).split(' ');
  return { large, small };
}

function placeOf({ site, commune }: SessionCard): string {
  return commune === null || site.includes(commune) ? site : `${site}, ${commune}`;
}
