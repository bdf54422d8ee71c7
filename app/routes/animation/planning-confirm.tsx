import { useEffect, useRef } from 'react';
import { dayLong, hourRange } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import type { Move } from './planning-moves.ts';

/** Asks before moving what people are enrolled in: they are told at once. */
export function PlanningConfirm({ move, onAnswer }: { move: Move | null; onAnswer: (yes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (move !== null) dialog.current?.showModal();
    else dialog.current?.close();
  }, [move]);
  return (
    <dialog ref={dialog} className="planning-dialog" aria-labelledby="deplacer" onCancel={() => onAnswer(false)}>
      {move !== null && (
        <div className="grid gap-4">
          <h2 id="deplacer">Déplacer « {move.session.title} » ?</h2>
          <p>
            De {momentOf(move.session)} à {dayLong(move.date)}, {hourRange(move.from, move.until)}.
          </p>
          <p>{peopleIn(move)}</p>
          <div className="flex flex-wrap gap-3">
            <Button type="button" onClick={() => onAnswer(true)}>
              Déplacer et prévenir
            </Button>
            <Button type="button" variant="quiet" onClick={() => onAnswer(false)}>
              Laisser à sa place
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}

const momentOf = ({ start, end }: Move['session']) =>
  `${dayLong(start.slice(0, 10))}, ${hourRange(start.slice(11), end.slice(11))},`;

function peopleIn({ session: { adults, waiting } }: Move): string {
  const people = adults + waiting;
  return people === 1
    ? 'La personne inscrite ou en attente sera prévenue, et son agenda suivra.'
    : `Les ${people} personnes inscrites ou en attente seront prévenues, et leurs agendas suivront.`;
}
