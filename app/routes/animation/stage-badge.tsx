import { fileStageLabel, type FileStage } from '#app/training/file-stage.ts';
import { lineStageLabel, type LineStage } from '#app/training/line-stage.ts';
import { CalendarDays, Check, CircleCheck, Clock, GraduationCap, Pencil, X, type Icon } from '#app/ui/icons.tsx';
import { KindBadge } from '#app/ui/kind-badge.tsx';
import type { Tone } from '#app/ui/tone.ts';

type Face = readonly [Tone, Icon];

const LINES: Readonly<Record<LineStage, Face>> = {
  DRAFT: ['permanence', Pencil],
  SUBMITTED: ['formation', Clock],
  RETURNED: ['evenement', Pencil],
  VALIDATED: ['teal', Check],
  SCHEDULED: ['teal', CalendarDays],
  HELD: ['teal', GraduationCap],
  CLOSED: ['permanence', CircleCheck],
  POSTPONED: ['evenement', Clock],
  CANCELLED: ['evenement', X],
};

const FILES: Readonly<Record<FileStage, Face>> = {
  WISHED: ['permanence', Clock],
  GROUPED: ['formation', Pencil],
  COMPLETE: ['teal', Check],
  FUNDED: ['teal', CircleCheck],
  FROZEN: ['evenement', Clock],
  POSTPONED: ['evenement', CalendarDays],
  CANCELLED: ['evenement', X],
  ATTENDED: ['teal', GraduationCap],
  CERTIFIED: ['teal', CircleCheck],
};

/** Where a line of the plan stands: icon and word. */
export function LineBadge({ stage }: { stage: LineStage }) {
  const [tone, icon] = LINES[stage];
  return <KindBadge tone={tone} icon={icon} label={lineStageLabel(stage)} />;
}

/** Where one person's file stands: icon and word. */
export function FileBadge({ stage }: { stage: FileStage }) {
  const [tone, icon] = FILES[stage];
  return <KindBadge tone={tone} icon={icon} label={fileStageLabel(stage)} />;
}
