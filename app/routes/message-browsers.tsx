import { useState } from 'react';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import { subscribeHere } from './push-subscription.ts';

interface BrowsersProps {
  browsers: readonly { id: string; since: string }[];
  pushKey: string;
}

/** Devices that show notices; the button asks this one, when script runs. */
export function Browsers({ browsers, pushKey }: BrowsersProps) {
  return (
    <section className="panel grid gap-4" aria-labelledby="notifications">
      <h2 id="notifications">Notifications</h2>
      <p className="text-soft">
        {browsers.length === 0
          ? 'Aucun appareil n’affiche de notification.'
          : `${plural(browsers.length, 'appareil affiche', 'appareils affichent')} vos notifications.`}
      </p>
      <ul className="grid gap-2">
        {browsers.map(({ id, since }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
            <span>Depuis le {since}</span>
            <form method="post" action={`/mon-espace/messages/notifications/${id}/retrait`}>
              <Button variant="quiet">
                Retirer<span className="sr-only"> l’appareil du {since}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <Ask pushKey={pushKey} />
    </section>
  );
}

const REFUSED = {
  denied: 'Votre navigateur les refuse : autorisez ce site dans ses réglages, puis recommencez.',
  failed: 'Cela n’a pas marché. Réessayez dans un moment.',
} as const;

function Ask({ pushKey }: { pushKey: string }) {
  const hydrated = useHydrated();
  const [state, setState] = useState<'idle' | 'asking' | keyof typeof REFUSED>('idle');
  if (!hydrated) return <p className="hint">Pour en recevoir, ouvrez cette page dans un navigateur avec JavaScript.</p>;
  if (!('PushManager' in window)) {
    return <p className="hint">Ce navigateur ne sait pas. Sur iPhone, ajoutez d’abord le site à l’écran d’accueil.</p>;
  }
  const ask = async () => {
    setState('asking');
    const answer = await subscribeHere(pushKey);
    if (answer === 'done') window.location.reload();
    else setState(answer);
  };
  return (
    <>
      <Button type="button" variant="quiet" disabled={state === 'asking'} onClick={() => void ask()}>
        Recevoir des notifications sur cet appareil
      </Button>
      <p role="status">{state === 'denied' || state === 'failed' ? REFUSED[state] : ''}</p>
    </>
  );
}
