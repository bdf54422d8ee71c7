import { capital, months } from '#app/time/french.ts';
import type { RequestReason } from './admission.ts';
import type { Lack } from './capacity.ts';
import { lackInWords } from './messages.ts';
import { bandInWords } from './panel-words.ts';
import type { Band } from './party.ts';
import type { SkipReason } from './queue.ts';

/** Why someone must answer, as the team reads it. */
export function reasonForStaff(reason: RequestReason): string {
  switch (reason) {
    case 'ON_REQUEST':
      return 'Inscription sur demande.';
    case 'NO_AGREMENT':
      return 'Aucun agrément valable à cette date.';
    case 'BEYOND_AGREMENT':
      return 'Plus d’enfants accueillis que son agrément.';
    case 'BEYOND_AGREMENT_UNDER_THREE':
      return 'Plus d’enfants de moins de 3 ans que son agrément.';
    case 'BEYOND_ELEVEN':
      return 'Plus de 6 enfants de moins de 11 ans.';
  }
}

const REASONS: readonly RequestReason[] = [
  'ON_REQUEST',
  'NO_AGREMENT',
  'BEYOND_AGREMENT',
  'BEYOND_AGREMENT_UNDER_THREE',
  'BEYOND_ELEVEN',
];

/** Reasons as they are kept, in sentences; an unknown one is left out. */
export const reasonsForStaff = (kept: readonly string[]): string[] =>
  REASONS.filter((reason) => kept.includes(reason)).map(reasonForStaff);

/** Is a demande beyond what her agrément or the law allows? Then accepting it needs a reason (rule 3). */
export const isBeyond = (kept: readonly string[]): boolean => kept.some((reason) => reason !== 'ON_REQUEST');

/** Why her turn passed, as the team reads it; null: nothing known. */
export function skipForStaff(reason: string | null): string | null {
  const words: Record<SkipReason, string> = {
    OVERLAP: 'Déjà inscrite ailleurs au même moment.',
    QUOTA: 'A atteint le nombre d’inscriptions permis sur la période.',
    NOT_ELIGIBLE: 'La séance ne correspond plus à sa situation.',
    NEVER_FITS: 'Son groupe ne peut plus tenir dans la séance.',
  };
  return Object.entries(words).find(([code]) => code === reason)?.[1] ?? null;
}

/** Where someone waiting stands: "Il manque 1 place enfant.", and whether the room is kept for her or for another. */
export function waitForStaff(wait: {
  lack: Lack;
  heldForAnother: boolean;
  held: boolean;
  skip: string | null;
}): string {
  const skip = skipForStaff(wait.skip);
  if (skip !== null) return skip;
  const { adults, children, persons } = wait.lack;
  const fits = adults + children + persons === 0;
  if (fits && !wait.heldForAnother) return 'Il y a de la place pour elle.';
  const lacking = fits ? 'Des places sont gardées pour une personne devant elle' : capital(lackInWords(wait.lack));
  return `${lacking}.${wait.held ? ' Les prochaines places lui sont gardées.' : ''}`;
}

/** One child brought: "Zoé (14 mois)", "18 mois à 3 ans". */
export function childInWords(child: Band & { label: string | null; ageMonths: number | null }): string {
  if (child.label === null) return bandInWords(child);
  return child.ageMonths === null ? child.label : `${child.label} (${months(child.ageMonths)})`;
}

/** All of them on one line, those told by band counted together: "Zoé (14 mois), 2 × 18 mois à 3 ans". */
export function childrenInWords(
  children: readonly (Band & { label: string | null; ageMonths: number | null })[],
): string {
  const counts = new Map<string, number>();
  for (const child of children) {
    const words = childInWords(child);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${count} × ${words}`)).join(', ');
}

/** Who she is: "Assistante maternelle", "Parent". */
export function profileInWords(professional: string | null, participant: string | null): string {
  switch (professional ?? participant) {
    case 'ASSISTANTE_MATERNELLE':
      return 'Assistante maternelle';
    case 'GARDE_A_DOMICILE':
      return 'Garde d’enfants à domicile';
    case 'CANDIDATE':
      return 'Candidate à l’agrément';
    case 'PARENT':
      return 'Parent';
    case 'FUTURE_PARENT':
      return 'Futur parent';
    case 'TRAINEE':
      return 'Stagiaire';
    case null:
    default:
      return 'Autre participante';
  }
}

/** "8 sur 12", "8" where nothing bounds them. */
export const takenInWords = (taken: number, ceiling: number | null): string =>
  ceiling === null ? String(taken) : `${taken} sur ${ceiling}`;
