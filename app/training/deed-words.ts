import type { FileDeed } from './file-stage.ts';
import type { LineDeedName } from './line-stage.ts';

/** How the page of a deed speaks. */
export type DeedWords = {
  /** "Valider cette formation ?" */
  title: string;
  /** What it brings with it. */
  text: string;
  /** The label of its word; null: none is asked. */
  word: string | null;
  wordNeeded: boolean;
  button: string;
  /** After it is done. */
  done: string;
  danger: boolean;
};

const PLAIN = { word: null, wordNeeded: false, danger: false } as const;

export const LINE_DEED_WORDS: Readonly<Record<LineDeedName, DeedWords>> = {
  soumission: {
    ...PLAIN,
    title: 'Proposer cette formation à la validation ?',
    text: 'La responsable de service reçoit un message et voit les personnes, l’organisme, les heures et le coût.',
    word: 'Un mot pour elle',
    button: 'Proposer à la validation',
    done: 'La formation est proposée à la validation.',
  },
  validation: {
    ...PLAIN,
    title: 'Valider cette formation ?',
    text: 'Qui la suit pourra fixer ses dates. Chaque personne du groupe l’apprend par un message.',
    word: 'Un mot pour l’animatrice',
    button: 'Valider la formation',
    done: 'La formation est validée.',
  },
  retour: {
    ...PLAIN,
    title: 'Renvoyer cette formation à revoir ?',
    text: 'Qui la suit reçoit votre mot, la corrige et la propose de nouveau.',
    word: 'Ce qui est à revoir',
    wordNeeded: true,
    button: 'Renvoyer à revoir',
    done: 'La formation est renvoyée à revoir.',
  },
  reprise: {
    ...PLAIN,
    title: 'Reprendre cette formation ?',
    text: 'Elle est de nouveau validée : vous pourrez fixer d’autres dates.',
    button: 'Reprendre la formation',
    done: 'La formation est reprise : fixez ses nouvelles dates.',
  },
  cloture: {
    ...PLAIN,
    title: 'Clore cette formation ?',
    text: 'Elle reste dans le plan, avec tout son historique. Les dossiers ne changent plus que par leurs attestations.',
    button: 'Clore la formation',
    done: 'La formation est close.',
  },
  report: {
    ...PLAIN,
    title: 'Reporter cette formation ?',
    text: 'Ses séances à venir sont annulées, chaque personne est prévenue et son agenda mis à jour. Les dossiers restent.',
    word: 'Pourquoi ? Chaque personne le lira',
    wordNeeded: true,
    button: 'Reporter la formation',
    done: 'La formation est reportée.',
    danger: true,
  },
  annulation: {
    ...PLAIN,
    title: 'Annuler cette formation ?',
    text: 'Ses séances à venir et ses dossiers sont annulés, chaque personne est prévenue. Leurs besoins redeviennent libres.',
    word: 'Pourquoi ? Chaque personne le lira',
    wordNeeded: true,
    button: 'Annuler la formation',
    done: 'La formation est annulée.',
    danger: true,
  },
};

/** `name`: hers. */
export function fileDeedWords(slug: FileDeed['slug'], name: string): DeedWords {
  const why = 'Pourquoi, en quelques mots ? Elle le lira. Rien sur la santé.';
  switch (slug) {
    case 'complet':
      return {
        ...PLAIN,
        title: `Le dossier de ${name} est complet ?`,
        text: 'Un seul de ses employeurs signe pour tous : l’employeur facilitateur.',
        button: 'Dossier complet',
        done: `Le dossier de ${name} est complet.`,
      };
    case 'financement':
      return {
        ...PLAIN,
        title: `Le dossier de ${name} est financé ?`,
        text: 'Elle l’apprend par un message.',
        button: 'Dossier financé',
        done: `Le dossier de ${name} est financé.`,
      };
    case 'incomplet':
      return {
        ...PLAIN,
        title: `Rouvrir le dossier de ${name} ?`,
        text: 'Il est de nouveau à compléter, et compte parmi les personnes de la formation.',
        button: 'Rouvrir le dossier',
        done: `Le dossier de ${name} est rouvert.`,
      };
    case 'gel':
      return {
        ...PLAIN,
        title: `Geler le dossier de ${name} ?`,
        text: 'Il attend sans être perdu. Ses places aux dates à venir sont rendues et elle est prévenue.',
        word: why,
        button: 'Geler le dossier',
        done: `Le dossier de ${name} est gelé.`,
      };
    case 'report':
      return {
        ...PLAIN,
        title: `Reporter le dossier de ${name} ?`,
        text: 'Son besoin redevient libre pour une autre formation. Ses places sont rendues et elle est prévenue.',
        word: why,
        button: 'Reporter le dossier',
        done: `Le dossier de ${name} est reporté.`,
      };
    case 'annulation':
      return {
        ...PLAIN,
        title: `Annuler le dossier de ${name} ?`,
        text: 'Ses places sont rendues et elle est prévenue. Son besoin reste noté.',
        word: why,
        button: 'Annuler le dossier',
        done: `Le dossier de ${name} est annulé.`,
        danger: true,
      };
    case 'reprise':
      return {
        ...PLAIN,
        title: `Reprendre le dossier de ${name} ?`,
        text: 'Il revient à l’étape où il était. Si la formation est datée, elle est inscrite de nouveau.',
        button: 'Reprendre le dossier',
        done: `Le dossier de ${name} reprend.`,
      };
  }
}
