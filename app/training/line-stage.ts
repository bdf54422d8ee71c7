import type { Permission } from '#app/people/permissions.ts';

/** Where a line of the plan stands, as the schema names it. */
export const LINE_STAGES = [
  { code: 'DRAFT', label: 'En préparation' },
  { code: 'SUBMITTED', label: 'À valider' },
  { code: 'RETURNED', label: 'À revoir' },
  { code: 'VALIDATED', label: 'Validée' },
  { code: 'SCHEDULED', label: 'Datée' },
  { code: 'HELD', label: 'A eu lieu' },
  { code: 'CLOSED', label: 'Close' },
  { code: 'POSTPONED', label: 'Reportée' },
  { code: 'CANCELLED', label: 'Annulée' },
] as const;

export type LineStage = (typeof LINE_STAGES)[number]['code'];

/** What is done to a line; each is an address (`/animation/lignes/:id/:acte`). Dating it is a form of its own. */
export const LINE_DEEDS = [
  { slug: 'soumission', to: 'SUBMITTED', label: 'Proposer à la validation', permission: 'plan.write' },
  { slug: 'validation', to: 'VALIDATED', label: 'Valider', permission: 'plan.validate' },
  { slug: 'retour', to: 'RETURNED', label: 'Renvoyer à revoir', permission: 'plan.validate' },
  { slug: 'reprise', to: 'VALIDATED', label: 'Reprendre', permission: 'plan.write' },
  { slug: 'cloture', to: 'CLOSED', label: 'Clore', permission: 'plan.write' },
  { slug: 'report', to: 'POSTPONED', label: 'Reporter', permission: 'plan.write' },
  { slug: 'annulation', to: 'CANCELLED', label: 'Annuler', permission: 'plan.write' },
] as const satisfies readonly { slug: string; to: LineStage; label: string; permission: Permission }[];

export type LineDeed = (typeof LINE_DEEDS)[number];
export type LineDeedName = LineDeed['slug'];

const MOVES: Readonly<Record<LineStage, readonly LineDeedName[]>> = {
  DRAFT: ['soumission', 'annulation'],
  SUBMITTED: ['validation', 'retour', 'annulation'],
  RETURNED: ['soumission', 'annulation'],
  VALIDATED: ['report', 'annulation'],
  SCHEDULED: ['report', 'annulation'],
  HELD: ['cloture'],
  CLOSED: [],
  POSTPONED: ['reprise', 'annulation'],
  CANCELLED: [],
};

/** The deeds open to a line, the usual one first. */
export function lineDeeds(from: LineStage): LineDeed[] {
  return MOVES[from].flatMap((slug) => LINE_DEEDS.filter((deed) => deed.slug === slug));
}

/** The deed an address names, when this stage opens it; null: not from here. */
export function lineDeed(from: LineStage, slug: string): LineDeed | null {
  return lineDeeds(from).find((deed) => deed.slug === slug) ?? null;
}

/** Only a validated line gets its dates. */
export const mayBeDated = (stage: LineStage): boolean => stage === 'VALIDATED';

/** May people still come into it, or leave it, and its terms change? */
export function isOpenLine(stage: LineStage): boolean {
  return stage !== 'HELD' && stage !== 'CLOSED' && stage !== 'CANCELLED';
}

/** "À valider" */
export function lineStageLabel(stage: LineStage): string {
  return LINE_STAGES.find(({ code }) => code === stage)?.label ?? stage;
}
