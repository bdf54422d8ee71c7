import { Link } from '@remix-run/react';
import type { MyAvailability } from '#app/people/availabilities.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';

/** What he said of when he can come, each removable. */
export function AvailabilityList({ rows }: { rows: readonly MyAvailability[] }) {
  const shown = rows.filter(({ past }) => !past);
  return (
    <section className="grid gap-3" aria-labelledby="dites">
      <h2 id="dites">Ce que voient les relais</h2>
      {shown.length === 0 && <Empty sentence="Rien encore : on vous propose des dates sans rien savoir." />}
      <ul className="grid gap-3">
        {shown.map(({ id, free, words, note }) => (
          <li key={id} className="panel flex items-center justify-between gap-3">
            <p className="wrap-anywhere">
              <b>{free ? 'Libre' : 'Pas libre'}</b> {words}
              {note !== '' && <span className="text-soft"> ({note})</span>}
            </p>
            <form method="post" action={`/intervenant/disponibilites/${id}/suppression`}>
              <Button variant="quiet">
                Retirer<span className="sr-only"> : {words}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/intervenant" className="inline-flex min-h-11 items-center">
          Mes interventions
        </Link>
      </p>
    </section>
  );
}
