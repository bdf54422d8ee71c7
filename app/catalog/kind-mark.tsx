import {
  ArrowLeftRight,
  Blocks,
  DoorOpen,
  GraduationCap,
  type Icon,
  MessageCircleHeart,
  MessagesSquare,
  PartyPopper,
} from '#app/ui/icons.tsx';
import { KindBadge } from '#app/ui/kind-badge.tsx';
import type { ActivityKindName } from './booking-rules.ts';
import { kindLabel, kindTone } from './kinds.ts';

/** The icon of each kind. */
export const KIND_ICONS: Readonly<Record<ActivityKindName, Icon>> = {
  ATELIER: Blocks,
  REUNION: MessagesSquare,
  ANALYSE: MessageCircleHeart,
  FORMATION: GraduationCap,
  PASSERELLE: ArrowLeftRight,
  EVENEMENT: PartyPopper,
  PERMANENCE: DoorOpen,
};

/** The badge of a kind: accent, icon and word. */
export function KindMark({ kind }: { kind: ActivityKindName }) {
  return <KindBadge tone={kindTone(kind)} icon={KIND_ICONS[kind]} label={kindLabel(kind)} />;
}
