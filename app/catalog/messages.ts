import { list } from '#app/time/french.ts';
import type { AddSessionsRefusal } from './new-session.ts';

export type CatalogRefusal = AddSessionsRefusal | { code: 'TITLE_EMPTY' | 'AGES_WRONG' | 'SITE_FULL' | 'NOT_ALLOWED' };

/** What the catalog room refuses, in one sentence. */
export function catalogMessage(refusal: CatalogRefusal): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
    case 'NOT_ALLOWED':
      return 'Ceci n’existe pas, ou n’est pas à vous.';
    case 'TITLE_EMPTY':
      return 'Donnez un titre à l’activité.';
    case 'AGES_WRONG':
      return 'L’âge le plus haut vient avant le plus bas.';
    case 'SITE_UNKNOWN':
      return 'Ce lieu n’est pas un lieu de la collectivité.';
    case 'NOT_AN_ANIMATOR':
      return 'Cette personne n’anime pas dans ce relais.';
    case 'NOT_AN_INTERVENANT':
      return 'Cette personne n’est pas une intervenante connue.';
    case 'HOURS_WRONG':
      return `La fin vient avant le début : ${refusal.when}.`;
    case 'SITE_CLOSED':
      return `Le lieu n’est pas à la disposition du relais ce jour-là : ${refusal.when}.`;
    case 'SITE_FULL':
      return 'Le plafond de personnes du lieu est trop bas pour cette séance.';
    case 'CLASH': {
      const lines = refusal.clashes.map(({ when, what, by }) => `${what === '' ? '' : `${what}, `}${when} (${by})`);
      return `Déjà pris : ${list(lines)}.`;
    }
  }
}
