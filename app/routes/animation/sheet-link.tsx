import { signInPath } from '#app/auth/safe-return.ts';
import { plural } from '#app/time/french.ts';
import { CircleCheck, Clock, CloudOff } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { sheetPath } from './sheet-paths.ts';
import type { SheetDesk } from './use-sheet.ts';

const marks = (count: number) => plural(count, 'marque', 'marques');
const marksWait = (count: number) => `${marks(count)} ${count < 2 ? 'attend' : 'attendent'}`;
const willGo = (count: number) => (count < 2 ? 'elle partira' : 'elles partiront');

/** Where the sheet stands: what is kept on the tablet, what is sent, what asks her to sign in. */
export function SheetLink({ desk, sessionId }: { desk: SheetDesk; sessionId: string }) {
  const { link, waiting, others, ready, lasting, opensOn } = desk;
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
            {waiting > 0 ? `${marksWait(waiting)} sur la tablette : rien n’est perdu.` : 'Rien n’est perdu.'}{' '}
            <a href={signInPath(sheetPath(sessionId))}>Me reconnecter pour les envoyer</a>
          </p>
        </Notice>
      )}
      {!lasting && (
        <Notice severity="warn" title="Ce navigateur ne garde rien">
          Chaque marque part aussitôt par le réseau. Sans réseau, ne fermez pas cette page ; une fenêtre ordinaire, non
          privée, garde tout.
        </Notice>
      )}
      {link === 'notYet' && (
        <Notice severity="warn" title={opensOn === null ? 'Séance déplacée' : `Séance déplacée au ${opensOn}`}>
          {waiting > 0
            ? `${marksWait(waiting)} sur la tablette : ${willGo(waiting)} ce jour-là. Si la séance a eu lieu, prévenez votre responsable : rien n’est effacé.`
            : 'La feuille s’ouvrira ce jour-là.'}
        </Notice>
      )}
      {link === 'refused' && (
        <Notice severity="warn" title="La feuille n’est plus à vous">
          Les marques restent sur la tablette. Rechargez la page, ou appelez votre responsable.
        </Notice>
      )}
      {others > 0 && (
        <Notice title="Un autre compte a laissé des marques">
          {marksWait(others)} sur cette tablette : {willGo(others)} quand la personne se connectera.
        </Notice>
      )}
    </div>
  );
}

function words({ link, waiting, lasting }: SheetDesk): string {
  const kept = lasting ? 'Enregistré sur la tablette' : 'Pas encore enregistré';
  const left = waiting > 0 ? `${kept}, ${marks(waiting)} à envoyer.` : '';
  const promise = lasting ? 'Vos marques seront gardées sur la tablette.' : 'Vos marques tiennent dans cette page.';
  if (link === 'offline') return `Hors connexion. ${left || promise}`;
  if (waiting > 0) return left;
  return link === 'starting' ? 'Ouverture de la feuille…' : 'Tout est enregistré.';
}
