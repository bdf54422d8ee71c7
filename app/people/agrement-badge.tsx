import { Check, OctagonAlert, TriangleAlert } from '#app/ui/icons.tsx';
import type { AgrementState } from './agrement-state.ts';

const FACES = {
  valid: { icon: Check, tone: 'passerelle' },
  soon: { icon: TriangleAlert, tone: 'formation' },
  over: { icon: OctagonAlert, tone: 'atelier' },
} as const;

/** How an agrément stands: icon, colour and words together. */
export function AgrementBadge({ state, words }: { state: AgrementState; words: string }) {
  if (state === 'none') return null;
  const { icon: Face, tone } = FACES[state];
  return (
    <span className="badge" data-tone={tone}>
      <Face size={16} />
      {words}
    </span>
  );
}
