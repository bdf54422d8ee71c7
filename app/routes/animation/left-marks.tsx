import { useEffect, useState } from 'react';
import { plural } from '#app/time/french.ts';
import { Notice } from '#app/ui/notice.tsx';
import { tidy } from './sheet-cache.ts';
import { sendLeft } from './sheet-sending.ts';
import { SHEETS_PATH } from './sheet-paths.ts';
import { waitingMarks } from './sheet-store.ts';

/** Marks that an earlier visit left on this tablet: sent at once, and told as long as some wait. */
export function LeftMarks({ me }: { me: string }) {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const work = async () => {
      await tidy(me, Date.now());
      setLeft((await waitingMarks(me)).length);
      if (navigator.onLine) setLeft(await sendLeft(me));
    };
    const send = () => void work().catch(() => undefined);
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [me]);
  return (
    <div role="status" className="no-print empty:hidden">
      {left > 0 && (
        <Notice severity="warn" title={`${plural(left, 'marque', 'marques')} à envoyer`}>
          <p>
            Cette tablette garde de quoi compléter une feuille. <a href={SHEETS_PATH}>Feuilles du jour</a>
          </p>
        </Notice>
      )}
    </div>
  );
}
