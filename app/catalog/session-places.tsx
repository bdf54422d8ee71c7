import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Check } from '#app/ui/icons.tsx';
import { mineWords, placeFigures, waitingWords } from './place-words.ts';
import type { SessionCard } from './session-card.ts';

type Shown = Pick<SessionCard, 'places' | 'counted' | 'children' | 'full' | 'waiting' | 'mine' | 'cancelled'>;

/** What is left of a session, in big figures, and what is the reader's: stands in a line that wraps. */
export function SessionPlaces({ card, large = false }: { card: Shown; large?: boolean }) {
  const { full, cancelled } = card;
  const waiting = waitingWords(card.waiting);
  const mine = mineWords(card.mine);
  return (
    <>
      {!cancelled &&
        !full &&
        placeFigures(card).map((figure) => <FigureNumber key={figure.label} {...figure} large={large} />)}
      {!cancelled && full && (
        <span>
          <b className="font-title text-2xl text-soft">Complet</b>
          {waiting !== null && ` — ${waiting}`}
        </span>
      )}
      {!cancelled && !full && waiting !== null && <span className="text-soft">{waiting}</span>}
      {mine !== null && (
        <span className="inline-flex items-center gap-1.5 font-bold text-teal">
          <Check size={20} strokeWidth={2.6} />
          {mine}
        </span>
      )}
    </>
  );
}
