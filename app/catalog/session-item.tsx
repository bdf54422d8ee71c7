import { capital, dayShort } from '#app/time/french.ts';
import { Card } from '#app/ui/card.tsx';
import { CalendarDays, Clock, OctagonAlert } from '#app/ui/icons.tsx';
import { KindMark } from './kind-mark.tsx';
import { kindTone } from './kinds.ts';
import type { CardDay, SessionCard } from './session-card.ts';
import { SessionPlaces } from './session-places.tsx';

interface SessionItemProps {
  card: SessionCard;
  /** The card bears its own date, in a list that has no days for headings. */
  dated?: boolean;
}

/** A session in a list: when, what, where, how many places, one link. */
export function SessionItem({ card, dated = false }: SessionItemProps) {
  const { id, kind, title, series, relais, cancelled } = card;
  return (
    <Card
      to={`/seances/${id}`}
      tone={kindTone(kind)}
      title={title}
      aside={dated ? leaf(card) : { large: card.start, small: `à ${card.end}` }}
      badge={<KindMark kind={kind} />}
      text={
        <>
          {series !== null && <p>{series}</p>}
          {dated && <p className="font-bold text-ink">{capital(card.when)}</p>}
          <p>
            {relais.name} · {placeOf(card)}
          </p>
        </>
      }
      figures={<SessionPlaces card={card} />}
    >
      {cancelled ? (
        <p className="mt-2 flex items-center gap-1.5 font-bold text-danger">
          <OctagonAlert size={18} /> Séance annulée
        </p>
      ) : (
        <BookingLine status={card.booking.status}>{card.booking.words}</BookingLine>
      )}
    </Card>
  );
}

function BookingLine({ status, children }: { status: SessionCard['booking']['status']; children: string }) {
  const Face = status === 'notYet' ? CalendarDays : Clock;
  return (
    <p className="mt-2 flex gap-1.5 text-[0.9375rem] text-soft">
      <Face size={17} className="mt-[0.2em] flex-none" />
      {children}
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
