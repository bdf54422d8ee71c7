import { Link } from '@remix-run/react';
import type { LikelyDouble } from '#app/people/known-people.server.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Who may be the same person, told before a second file is made. */
export function DoublesWarning({ doubles }: { doubles: readonly LikelyDouble[] }) {
  if (doubles.length === 0) return null;
  return (
    <Notice severity="warn" title="Elle a peut-être déjà une fiche" role="alert">
      <ul className="my-2 grid gap-2">
        {doubles.map(({ id, name, commune, relais, mine, reason }) => (
          <li key={id}>
            {mine ? (
              <Link to={`/animation/professionnels/${id}`} className="font-bold">
                {name}
              </Link>
            ) : (
              <b>{name}</b>
            )}
            {[commune, relais].map((word) => word !== null && <span key={word}> · {word}</span>)}
            <span className="text-soft"> ({reason})</span>
            {!mine && <span className="block text-soft">Suivie par un autre relais : voyez avec lui.</span>}
          </li>
        ))}
      </ul>
      <CheckboxCard name="autre" value="1" label="C’est quelqu’un d’autre : créer la fiche" />
    </Notice>
  );
}
