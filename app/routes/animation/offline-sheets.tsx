import { useState } from 'react';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { LeftMarks } from './left-marks.tsx';
import { canKeep, keepPages } from './sheet-cache.ts';
import { sheetPath, SHEETS_PATH } from './sheet-paths.ts';

type Preparing = 'no' | 'yes' | 'done' | 'failed';

/**
 * "Préparer hors connexion": keeps the sheets of the day on this tablet. Draws nothing without script.
 */
export function OfflineSheets({ me, sessionIds }: { me: string; sessionIds: readonly string[] }) {
  const [preparing, setPreparing] = useState<Preparing>('no');
  const hydrated = useHydrated();
  if (!hydrated) return null;
  if (!canKeep()) return <LeftMarks me={me} />;
  const prepare = async () => {
    setPreparing('yes');
    const paths = [...sessionIds.map((id) => sheetPath(id)), SHEETS_PATH];
    const kept = await keepPages(paths).catch(() => 0);
    setPreparing(kept === paths.length ? 'done' : 'failed');
  };
  return (
    <div className="no-print grid justify-items-start gap-3">
      <LeftMarks me={me} />
      {sessionIds.length > 0 && (
        <Button type="button" variant="quiet" disabled={preparing === 'yes'} onClick={() => void prepare()}>
          {preparing === 'yes' ? 'Préparation…' : 'Préparer hors connexion'}
        </Button>
      )}
      <p role="status">
        {preparing === 'done' && `${plural(sessionIds.length, 'feuille prête', 'feuilles prêtes')} sur cette tablette.`}
        {preparing === 'failed' && 'La préparation a échoué : vérifiez le réseau et recommencez.'}
      </p>
    </div>
  );
}
