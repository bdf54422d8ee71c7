import { useEffect, useState } from 'react';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { canKeep, keepPages, tidy } from './sheet-cache.ts';
import { sheetPath, SHEETS_PATH } from './sheet-paths.ts';
import { sendLeft } from './sheet-sending.ts';

type Preparing = 'no' | 'yes' | 'done' | 'failed';

/**
 * "Préparer hors connexion": keeps the sheets of the day on this tablet. Wherever it stands, marks that an earlier
 * visit left on the tablet are sent. Draws nothing without script.
 */
export function OfflineSheets({ me, sessionIds }: { me: string; sessionIds: readonly string[] }) {
  const [preparing, setPreparing] = useState<Preparing>('no');
  const [left, setLeft] = useState(0);
  const hydrated = useHydrated();
  useEffect(() => {
    const work = async () => {
      await tidy(me, Date.now());
      setLeft(navigator.onLine ? await sendLeft(me) : 0);
    };
    void work().catch(() => undefined);
  }, [me]);
  if (!hydrated || !canKeep()) return null;
  const prepare = async () => {
    setPreparing('yes');
    const paths = [...sessionIds.map((id) => sheetPath(id)), SHEETS_PATH];
    const kept = await keepPages(paths).catch(() => 0);
    setPreparing(kept === paths.length ? 'done' : 'failed');
  };
  return (
    <div className="no-print grid justify-items-start gap-3">
      {left > 0 && (
        <Notice severity="warn">{plural(left, 'marque attend', 'marques attendent')} encore sur cette tablette.</Notice>
      )}
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
