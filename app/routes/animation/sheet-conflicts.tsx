import { useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Conflict, SheetState } from '#app/attendance/sheet.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { sheetPath } from './sheet-paths.ts';

interface SheetConflictsProps {
  sessionId: string;
  state: SheetState;
  mayMark: boolean;
  onSettled: () => void;
}

/** What two people marked without seeing each other's: both values, who and when, and which one to keep. */
export function SheetConflicts({ sessionId, state, mayMark, onSettled }: SheetConflictsProps) {
  const { lines, tally } = state;
  const all = [
    ...(tally?.conflict ? [{ name: 'Accès libre', conflict: tally.conflict }] : []),
    ...lines.flatMap(({ name, conflict }) => (conflict ? [{ name, conflict }] : [])),
  ];
  return (
    <div role="status">
      {all.length > 0 && (
        <Notice severity="warn" title={`${plural(all.length, 'désaccord', 'désaccords')} entre deux tablettes`}>
          <p>La marque la plus récente est affichée. Choisissez celle qui est juste.</p>
          <ul className="grid gap-4 pt-3">
            {all.map(({ name, conflict }) => (
              <li key={conflict.markId}>
                <Choice sessionId={sessionId} name={name} conflict={conflict} mayMark={mayMark} onSettled={onSettled} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

interface ChoiceProps {
  sessionId: string;
  name: string;
  conflict: Conflict;
  mayMark: boolean;
  onSettled: () => void;
}

function Choice({ sessionId, name, conflict: { markId, kept, other }, mayMark, onSettled }: ChoiceProps) {
  const fetcher = useFetcher();
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && fetcher.state === 'idle') onSettled();
    wasBusy.current = fetcher.state !== 'idle';
  }, [fetcher.state, onSettled]);
  return (
    <fetcher.Form method="post" action={sheetPath(sessionId, 'emargement/arbitrage')} className="grid gap-2">
      <input type="hidden" name="marque" value={markId} />
      <p className="text-xl font-bold">{name}</p>
      <p>
        Affichée : <b>{kept.words}</b> ({kept.by}, {kept.at})
        <br />
        Autre marque : <b>{other.words}</b> ({other.by}, {other.at})
      </p>
      {mayMark && (
        <div className="flex flex-wrap gap-2">
          <Button name="garder" value="KEPT" className="sheet-button">
            Garder « {kept.words} »
          </Button>
          <Button name="garder" value="OTHER" variant="quiet" className="sheet-button">
            Prendre « {other.words} »
          </Button>
        </div>
      )}
    </fetcher.Form>
  );
}
