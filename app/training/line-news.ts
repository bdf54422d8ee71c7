import { dayPlain, plural } from '#app/time/french.ts';
import type { LineStage } from './line-stage.ts';

type News = { news: string; lines: string[] };

const saying = (who: string, word: string) => (word === '' ? [] : [`${who} précise : « ${word} »`]);

/** What the professionals of a line are told of its stage, when no session says it to them; null: nothing. */
export function lineNewsToPeople(stage: LineStage, word: string): News | null {
  switch (stage) {
    case 'VALIDATED':
      return {
        news: 'Votre formation est validée',
        lines: [
          'Les dates seront fixées avec l’organisme. Votre relais vous les écrira, avec l’entrée pour votre agenda.',
        ],
      };
    case 'POSTPONED':
      return {
        news: 'Votre formation est reportée',
        lines: ['Une autre date sera cherchée.', ...saying('Votre relais', word)],
      };
    case 'CANCELLED':
      return {
        news: 'Votre formation est annulée',
        lines: ['Votre besoin reste noté : une autre formation pourra y répondre.', ...saying('Votre relais', word)],
      };
    case 'DRAFT':
    case 'SUBMITTED':
    case 'RETURNED':
    case 'SCHEDULED':
    case 'HELD':
    case 'CLOSED':
      return null;
  }
}

/** What staff is told: those who validate, then who looks after the line; null: nothing. */
export function lineNewsToStaff(
  stage: LineStage,
  { people, by, word }: { people: number; by: string; word: string },
): News | null {
  const who = by === '' ? 'La responsable de service' : by;
  switch (stage) {
    case 'SUBMITTED':
      return {
        news: 'Formation à valider',
        lines: [
          `${by === '' ? 'Une animatrice' : by} vous propose cette formation pour ${plural(people, 'personne', 'personnes')}.`,
        ],
      };
    case 'VALIDATED':
      return {
        news: 'Formation validée',
        lines: [`${who} l’a validée : vous pouvez fixer les dates.`, ...saying(who, word)],
      };
    case 'RETURNED':
      return { news: 'Formation à revoir', lines: [`${who} vous la renvoie.`, ...saying(who, word)] };
    case 'DRAFT':
    case 'SCHEDULED':
    case 'HELD':
    case 'CLOSED':
    case 'POSTPONED':
    case 'CANCELLED':
      return null;
  }
}

/** What who looks after a line is reminded of before its deadline. */
export function deadlineNews({
  due,
  missing,
  names,
}: {
  due: string;
  missing: number;
  names: readonly string[];
}): News {
  return {
    news: 'Dossiers à compléter',
    lines: [
      `Les dossiers complets sont attendus le ${dayPlain(due, { year: true })}.`,
      missing > 0
        ? `Il manque ${plural(missing, 'dossier complet', 'dossiers complets')} pour atteindre le minimum.`
        : 'Le minimum est atteint, mais des dossiers restent incomplets.',
      ...names.map((name) => `– ${name}`),
    ],
  };
}
