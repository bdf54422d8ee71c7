import type { MyChild } from '#app/people/my-children.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';

/** Her children, each with what takes it off the list. */
export function ChildList({ list }: { list: readonly MyChild[] }) {
  if (list.length === 0) {
    return (
      <Empty sentence="Votre liste est vide. Ajoutez un premier enfant ; sans liste, vous indiquez seulement leur nombre et leur âge." />
    );
  }
  return (
    <section className="grid gap-3" aria-labelledby="liste">
      <h2 id="liste">Votre liste</h2>
      <ul className="grid gap-2">
        {list.map(({ id, label, age, own }) => (
          <li key={id} className="panel flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div>
              <b>{label}</b>
              <p className="text-soft">{[age ?? 'âge inconnu', own ? 'le mien' : 'accueilli'].join(' · ')}</p>
            </div>
            <form method="post" action={`/mon-espace/enfants/${id}/retrait`}>
              <Button variant="quiet" aria-label={`Retirer ${label}`}>
                Retirer
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p className="hint">
        Retirez un enfant qui ne vient plus : vos inscriptions, passées et à venir, ne changent pas.
      </p>
    </section>
  );
}
