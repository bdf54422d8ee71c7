import { Pencil, X } from '#app/ui/icons.tsx';
import { KindBadge } from '#app/ui/kind-badge.tsx';

/** "Brouillon" or "Annulée" beside what it is said of; nothing for what is published. */
export function PublicationBadge({ state }: { state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED' }) {
  if (state === 'PUBLISHED') return null;
  return state === 'DRAFT' ? (
    <KindBadge tone="teal" icon={Pencil} label="Brouillon" />
  ) : (
    <KindBadge tone="evenement" icon={X} label="Annulée" />
  );
}
