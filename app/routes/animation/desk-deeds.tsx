import { Link } from '@remix-run/react';
import type { Desk } from '#app/enrollment/desk.server.ts';
import { LinkButton } from '#app/ui/button.tsx';

/** What may be done about the session, the most frequent first. */
export function DeskDeeds({ desk }: { desk: Desk }) {
  const { sessionId, rights, as, state, past, started, today, mode, confidential } = desk;
  const here = `/animation/seances/${sessionId}`;
  const open = state === 'PUBLISHED' && !started;
  const links = [
    open && rights.message && { to: `${here}/message`, label: 'Écrire aux inscrites' },
    rights.plan && state !== 'CANCELLED' && !past && { to: `${here}/modification`, label: 'Modifier ou déplacer' },
    rights.plan && state !== 'CANCELLED' && !past && { to: `${here}/plafonds`, label: 'Changer les places' },
    rights.plan && open && { to: `${here}/remplacement`, label: 'Confier à une collègue' },
    rights.handOver && state !== 'CANCELLED' && !started && { to: `${here}/relais`, label: 'Changer de relais' },
    rights.plan && state === 'DRAFT' && { to: `${here}/suppression`, label: 'Supprimer ce brouillon' },
    rights.cancel && open && { to: `${here}/annulation`, label: 'Annuler la séance' },
    as === 'HOST' && { to: `/seances/${sessionId}`, label: 'Page publique' },
  ].filter((link) => link !== false);
  return (
    <nav aria-label="Actions" className="grid gap-3">
      {open && rights.enroll && mode !== 'FREE' && (
        <LinkButton to={`${here}/inscriptions`} wide>
          Inscrire quelqu’un
        </LinkButton>
      )}
      {as === 'HOST' && state === 'PUBLISHED' && !confidential && (
        <div className="flex flex-wrap gap-3">
          <LinkButton to={`${here}/emargement`} variant={today ? 'primary' : 'quiet'}>
            Feuille d’émargement
          </LinkButton>
          <LinkButton to={`${here}/feuille.pdf`} variant="quiet" plain>
            Imprimer
          </LinkButton>
        </div>
      )}
      <ul className="desk-links">
        {links.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
