export type ProfessionalKindName = 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';
export type WorkStatusName = 'ACTIVE' | 'PAUSED' | 'CEASED';

export const PROFESSIONAL_KINDS = ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE'] as const;
export const WORK_STATUSES = ['ACTIVE', 'PAUSED', 'CEASED'] as const;

const KINDS: Record<ProfessionalKindName, string> = {
  ASSISTANTE_MATERNELLE: 'assistante maternelle',
  GARDE_A_DOMICILE: 'garde d’enfants à domicile',
  CANDIDATE: 'candidate à l’agrément',
};
const STATUSES: Record<WorkStatusName, string> = { ACTIVE: 'en activité', PAUSED: 'en pause', CEASED: 'cessation' };

/** "assistante maternelle" */
export const kindWords = (kind: ProfessionalKindName): string => KINDS[kind];

/** "en activité", "en pause", "cessation" */
export const statusWords = (status: WorkStatusName): string => STATUSES[status];

/** The value of a form's field, or null for any other text. */
export const readKind = (text: string): ProfessionalKindName | null =>
  PROFESSIONAL_KINDS.find((kind) => kind === text) ?? null;
export const readStatus = (text: string): WorkStatusName | null =>
  WORK_STATUSES.find((status) => status === text) ?? null;
