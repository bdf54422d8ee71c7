import { useNavigate } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Keyboard } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

export type Ways = Readonly<Record<'previous' | 'next' | 'today' | 'week' | 'month' | 'list', string>>;

interface Props {
  ways: Ways;
  back: string;
  mayPlan: boolean;
}

const KEYS: readonly { key: string; way: keyof Ways; words: string }[] = [
  { key: 'j', way: 'today', words: 'aujourd’hui' },
  { key: 'p', way: 'previous', words: 'période précédente' },
  { key: 'n', way: 'next', words: 'période suivante' },
  { key: 's', way: 'week', words: 'semaine' },
  { key: 'm', way: 'month', words: 'mois' },
  { key: 'l', way: 'list', words: 'liste' },
];

const KEPT = 'planning-raccourcis';

/** Keyboard shortcuts, listed where they work, and a way to turn them off. */
export function PlanningShortcuts({ ways, back, mayPlan }: Props) {
  const navigate = useNavigate();
  const [isOn, setIsOn] = useState(true);
  useEffect(() => setIsOn(localStorage.getItem(KEPT) !== 'non'), []);
  useEffect(() => {
    if (!isOn) return;
    const pressed = (event: KeyboardEvent) => {
      const to =
        event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) ? null : wayOf(event, ways, back);
      if (to === null) return;
      event.preventDefault();
      void navigate(to, { preventScrollReset: true });
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isOn, ways, back, navigate]);
  if (!useHydrated()) return null;
  const change = (on: boolean) => {
    localStorage.setItem(KEPT, on ? 'oui' : 'non');
    setIsOn(on);
  };
  return (
    <section className="planning-keys" aria-labelledby="raccourcis">
      <h2 id="raccourcis">
        <Keyboard size={18} /> Raccourcis clavier
      </h2>
      <ul>
        {KEYS.map(({ key, words }) => (
          <li key={key}>
            <kbd>{key.toUpperCase()}</kbd> {words}
          </li>
        ))}
        {mayPlan && (
          <li>
            <kbd>H</kbd> changer l’horaire de la séance choisie (Tab pour la choisir, Entrée pour l’ouvrir)
          </li>
        )}
      </ul>
      <label className="planning-keys-switch">
        <input type="checkbox" checked={isOn} onChange={(event) => change(event.target.checked)} /> Raccourcis actifs
      </label>
    </section>
  );
}

/** Where a key leads; null: nowhere. */
function wayOf({ key }: KeyboardEvent, ways: Ways, back: string): string | null {
  if (key.toLowerCase() === 'h') {
    const id = document.activeElement?.closest<HTMLElement>('[data-session]')?.dataset.session;
    const query = new URLSearchParams({ retour: back }).toString();
    return id === undefined ? null : `/animation/seances/${id}/horaire?${query}`;
  }
  const way = KEYS.find((one) => one.key === key.toLowerCase())?.way;
  return way === undefined ? null : ways[way];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}
