/** Where one person's file stands, as the schema names it. */
export const FILE_STAGES = [
  { code: 'WISHED', label: 'Souhaité' },
  { code: 'GROUPED', label: 'Regroupé' },
  { code: 'COMPLETE', label: 'Dossier complet' },
  { code: 'FUNDED', label: 'Financé' },
  { code: 'FROZEN', label: 'Gelé' },
  { code: 'POSTPONED', label: 'Reporté' },
  { code: 'CANCELLED', label: 'Annulé' },
  { code: 'ATTENDED', label: 'Formation suivie' },
  { code: 'CERTIFIED', label: 'Attesté' },
] as const;

export type FileStage = (typeof FILE_STAGES)[number]['code'];

/** What staff does to a file; each is an address (`/animation/dossiers/:id/:acte`). */
export const FILE_DEEDS = [
  { slug: 'complet', to: 'COMPLETE', label: 'Dossier complet' },
  { slug: 'financement', to: 'FUNDED', label: 'Dossier financé' },
  { slug: 'incomplet', to: 'GROUPED', label: 'Rouvrir le dossier' },
  { slug: 'gel', to: 'FROZEN', label: 'Geler' },
  { slug: 'report', to: 'POSTPONED', label: 'Reporter' },
  { slug: 'annulation', to: 'CANCELLED', label: 'Annuler' },
  { slug: 'reprise', to: 'RESUMED', label: 'Reprendre' },
] as const;

export type FileDeed = (typeof FILE_DEEDS)[number];
/** Where a deed leads; `RESUMED`: back to what it was before it was frozen or postponed. */
export type FileMove = FileDeed['to'];

const MOVES: Readonly<Record<FileStage, readonly FileMove[]>> = {
  WISHED: ['GROUPED', 'CANCELLED'],
  GROUPED: ['COMPLETE', 'FROZEN', 'POSTPONED', 'CANCELLED'],
  COMPLETE: ['FUNDED', 'GROUPED', 'FROZEN', 'POSTPONED', 'CANCELLED'],
  FUNDED: ['FROZEN', 'POSTPONED', 'CANCELLED', 'COMPLETE'],
  FROZEN: ['RESUMED', 'POSTPONED', 'CANCELLED'],
  POSTPONED: ['RESUMED', 'CANCELLED'],
  CANCELLED: ['GROUPED'],
  ATTENDED: [],
  CERTIFIED: [],
};

/** May a file at this stage go there by a deed? */
export function fileMayMove(from: FileStage, to: FileMove): boolean {
  return MOVES[from].includes(to);
}

/** The deeds open to a file, the usual one first, as its page names them. */
export function fileDeeds(from: FileStage): { slug: FileDeed['slug']; to: FileMove; label: string }[] {
  return MOVES[from].flatMap((to) =>
    FILE_DEEDS.filter((deed) => deed.to === to).map((deed) => ({ ...deed, label: deedLabel(from, deed) })),
  );
}

/** Its deed is that of a complete file, but it takes something back: never done for many files at once. */
export const withdrawsFunding = (from: FileStage | undefined, to: FileMove): boolean =>
  from === 'FUNDED' && to === 'COMPLETE';

/** May a file at this stage go there together with others? */
export function fileMayMoveWithOthers(from: FileStage, to: FileMove): boolean {
  return fileMayMove(from, to) && !withdrawsFunding(from, to);
}

/** Deeds open to two files or more, in their usual order, with how many. */
export function severalDeeds(files: readonly FileStage[]): { slug: FileDeed['slug']; count: number }[] {
  const counted = FILE_DEEDS.map(({ slug, to }) => ({
    ...{ slug, count: files.filter((from) => fileMayMoveWithOthers(from, to)).length },
  }));
  return counted.filter(({ count }) => count > 1);
}

function deedLabel(from: FileStage, { to, label }: FileDeed): string {
  if (withdrawsFunding(from, to)) return 'Retirer le financement';
  return from === 'WISHED' && to === 'GROUPED' ? 'Elle en est' : label;
}

/** Those who will come: their places are held, their files count. */
export const LIVE_FILES = ['GROUPED', 'COMPLETE', 'FUNDED'] as const satisfies readonly FileStage[];
/** Nothing is missing any more. */
export const READY_FILES = ['COMPLETE', 'FUNDED', 'ATTENDED', 'CERTIFIED'] as const satisfies readonly FileStage[];
/** The need it answers is not free for another line. */
export const TAKING_FILES = [
  ...(['WISHED', 'FROZEN', 'ATTENDED', 'CERTIFIED'] as const),
  ...LIVE_FILES,
] as const satisfies readonly FileStage[];

/** No longer among the people of its line: her place is another's, or hers again. */
export const OUT_OF_LINE = ['CANCELLED', 'POSTPONED'] as const satisfies readonly FileStage[];

const isIn = (list: readonly FileStage[], stage: FileStage) => list.includes(stage);

export const isLiveFile = (stage: FileStage): boolean => isIn(LIVE_FILES, stage);
export const isReadyFile = (stage: FileStage): boolean => isIn(READY_FILES, stage);
export const isOutOfLine = (stage: FileStage): boolean => isIn(OUT_OF_LINE, stage);
export const takesNeed = (stage: FileStage): boolean => isIn(TAKING_FILES, stage);

/** What a frozen or postponed file goes back to: its last stage that was neither. */
export function resumedStage(former: readonly FileStage[]): FileStage {
  const held = former.filter((stage) => stage !== 'FROZEN' && stage !== 'POSTPONED' && stage !== 'WISHED');
  return held.at(-1) ?? 'GROUPED';
}

/**
 * The stages a file passes through when its training was attended or certified, in order; none when it is there already,
 * or was cancelled. The sheet tells what happened: whatever was still missing does not hold it back.
 */
export function advancedStages(from: FileStage, to: 'ATTENDED' | 'CERTIFIED'): FileStage[] {
  if (from === 'CANCELLED' || from === 'CERTIFIED' || from === to) return [];
  return to === 'CERTIFIED' && from !== 'ATTENDED' ? ['ATTENDED', 'CERTIFIED'] : [to];
}

/** "Dossier complet" */
export function fileStageLabel(stage: FileStage): string {
  return FILE_STAGES.find(({ code }) => code === stage)?.label ?? stage;
}
