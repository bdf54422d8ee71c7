import { plural } from '#app/time/french.ts';
import type { FileDeed } from './file-stage.ts';

/** How the page of one deed about many files speaks. */
export type FilesDeedWords = {
  /** On the line's page. */
  link: string;
  title: string;
  text: string;
  /** The label of its word; null: none is asked. */
  word: string | null;
  button: string;
  danger: boolean;
};

const PLAIN = { word: null, danger: false } as const;
const WHY = 'Pourquoi, en quelques mots ? Chacune le lira. Rien sur la santé.';

export const FILES_DEED_WORDS: Readonly<Record<FileDeed['slug'], FilesDeedWords>> = {
  complet: {
    ...PLAIN,
    link: 'Compléter',
    title: 'Quels dossiers sont complets ?',
    text: 'Pour chacune, un seul employeur signe pour tous : l’employeur facilitateur.',
    button: 'Dossiers complets',
  },
  financement: {
    ...PLAIN,
    link: 'Financer',
    title: 'Quels dossiers sont financés ?',
    text: 'Chacune l’apprend par un message.',
    button: 'Dossiers financés',
  },
  incomplet: {
    ...PLAIN,
    link: 'Rouvrir',
    title: 'Quels dossiers rouvrir ?',
    text: 'Ils sont de nouveau à compléter.',
    button: 'Rouvrir ces dossiers',
  },
  gel: {
    ...PLAIN,
    link: 'Geler',
    title: 'Quels dossiers geler ?',
    text: 'Ils attendent sans être perdus. Les places aux dates à venir sont rendues et chacune est prévenue.',
    word: WHY,
    button: 'Geler ces dossiers',
  },
  report: {
    ...PLAIN,
    link: 'Reporter',
    title: 'Quels dossiers reporter ?',
    text: 'Leurs besoins redeviennent libres pour une autre formation. Les places sont rendues et chacune est prévenue.',
    word: WHY,
    button: 'Reporter ces dossiers',
  },
  annulation: {
    link: 'Annuler',
    title: 'Quels dossiers annuler ?',
    text: 'Les places sont rendues et chacune est prévenue. Les besoins restent notés.',
    word: WHY,
    button: 'Annuler ces dossiers',
    danger: true,
  },
  reprise: {
    ...PLAIN,
    link: 'Reprendre',
    title: 'Quels dossiers reprendre ?',
    text: 'Ils reviennent à l’étape où ils étaient. Si la formation est datée, chacune est inscrite de nouveau.',
    button: 'Reprendre ces dossiers',
  },
};

/** "4 dossiers ont avancé. 1 dossier reste où il était : voyez son étape." */
export function filesMovedInWords({ moved, left }: { moved: number; left: number }): string {
  const done = `${plural(moved, 'dossier mis à jour', 'dossiers mis à jour')}.`;
  if (left === 0) return done;
  return `${done} ${plural(left, 'dossier n’a pas bougé : voyez son étape.', 'dossiers n’ont pas bougé : voyez leur étape.')}`;
}
