import { signInPath } from '#app/auth/safe-return.ts';
import { plural } from '#app/time/french.ts';
import { CircleCheck, Clock, CloudOff } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { sheetPath } from './sheet-paths.ts';
import type { SheetDesk } from './use-sheet.ts';

const marks = (count: number) => plural(count, 'marque', 'marques');

/** Where the sheet stands: what is kept on the tablet, what is sent, what asks her to sign in. */
export function SheetLink({ desk, sessionId }: { desk: SheetDesk; sessionId: string }) {
  const { link, waiting, others, ready } = desk;
  return (
    <div className="grid gap-2">
      <div role="status" className="sheet-link" data-link={link} data-waiting={waiting}>
        {link === 'offline' ? <CloudOff size={20} /> : waiting > 0 ? <Clock size={20} /> : <CircleCheck size={20} />}
        <span>
          {words(desk)}
          {link === 'sent' && waiting === 0 && ready && <span className="text-soft"> Prête hors connexion.</span>}
        </span>
      </div>
      {link === 'signIn' && (
        <Notice severity="warn" title="Votre connexion a expiré">
          <p>
            {waiting > 0 ? `${marks(waiting)} attendent sur la tablette : rien n’est perdu.` : 'Rien n’est perdu.'}{' '}
            <a href={signInPath(sheetPath(sessionId))}>Me reconnecter pour les envoyer</a>
          </p>
        </Notice>
      )}
      {link === 'refused' && (
        <Notice severity="warn" title="La feuille n’est plus à vous">
          Les marques restent sur la tablette. Rechargez la page, ou appelez votre responsable.
        </Notice>
      )}
      {others > 0 && (
        <Notice title="Un autre compte a laissé des marques">
          {marks(others)} attendent sur cette tablette : elles partiront quand la personne se connectera.
        </Notice>
      )}
    </div>
  );
}

function words({ link, waiting }: SheetDesk): string {
  const left = waiting > 0 ? `Enregistré sur la tablette, ${marks(waiting)} à envoyer.` : '';
  if (link === 'offline') return `Hors connexion. ${left || 'Vos marques seront gardées sur la tablette.'}`;
  if (waiting > 0) return left;
  return link === 'starting' ? 'Ouverture de la feuille…' : 'Tout est enregistré.';
}
