import type { PlanningState } from '#app/catalog/planning-address.ts';
import { Pencil, X } from '#app/ui/icons.tsx';

/** "Brouillon" or "Annulée", with its icon; nothing for what is published. */
export function StateMark({ state }: { state: PlanningState }) {
  if (state === 'PUBLISHED') return null;
  const Face = state === 'DRAFT' ? Pencil : X;
  return (
    <span className={`state-mark state-mark--${state.toLowerCase()}`}>
      <Face size={14} strokeWidth={2.4} />
      {state === 'DRAFT' ? 'Brouillon' : 'Annulée'}
    </span>
  );
}
