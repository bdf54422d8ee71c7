import type { Icon } from '#app/ui/icons.tsx';
import type { Tone } from '#app/ui/tone.ts';

interface KindBadgeProps {
  tone: Tone;
  icon: Icon;
  label: string;
}

/** Accent, icon and word: never the colour alone. */
export function KindBadge({ tone, icon: Face, label }: KindBadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      <Face size={15} strokeWidth={2.4} />
      {label}
    </span>
  );
}
