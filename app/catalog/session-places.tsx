import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Check } from '#app/ui/icons.tsx';
import { mineWords, placeFigures, waitingWords } from './place-words.ts';
import type { SessionCard } from './session-card.ts';

type Shown = Pick<
  SessionCard,
  'places' | 'counted' | 'children' | 'full' | 'waiting' | 'mine' | 'cancelled' | 'booking'
>;

/** What is left of a session and what is the reader's, on a line that wraps: big figures as long as they may be taken. */
export function SessionPlaces({ card, large = false }: { card: Shown; large?: boolean }) {
  const mine = mineWords(card.mine);
  const left = leftOf(card, large);
  if (left === null && mine === null) return null;
  return (
    <div className="card-figures">
      {left}
      {mine !== null && (
        <span className="inline-flex items-center gap-1.5 font-bold text-teal">
          <Check size={20} strokeWidth={2.6} className="flex-none" />
          {mine}
        </span>
      )}
    </div>
  );
}

function leftOf(card: Shown, large: boolean) {
  const { booking, cancelled, full } = card;
  const waiting = waitingWords(card.waiting);
  if (cancelled || booking.status === 'started') return null;
  if (full) {
    return (
      <span>
        <b className="font-title text-2xl text-soft">Complet</b>
        {waiting !== null && ` — ${waiting}`}
      </span>
    );
  }
  const figures = placeFigures(card);
  if (figures.length === 0) return null;
  if (booking.status === 'closed') {
    return (
      <span className="text-soft">Il restait {figures.map(({ value, label }) => `${value} ${label}`).join(', ')}</span>
    );
  }
  return (
    <>
      {figures.map((figure) => (
        <FigureNumber key={figure.label} {...figure} large={large} />
      ))}
      {waiting !== null && <span className="text-soft">{waiting}</span>}
    </>
  );
}
