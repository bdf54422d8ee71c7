import { fold } from '#app/documents/fold.ts';

export const PROGRAMME_KINDS = [
  'ATELIER', 'REUNION', 'ANALYSE', 'FORMATION', 'PASSERELLE', 'EVENEMENT', 'PERMANENCE',
] as const; // prettier-ignore
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];

export type KindReading =
  { is: 'held'; kind: ProgrammeKind } | { is: 'not-held'; reason: string } | { is: 'unknown' } | { is: 'empty' };

export const KIND_NAMES: Record<ProgrammeKind, string> = {
  ATELIER: "atelier d'éveil",
  REUNION: 'réunion à thème',
  ANALYSE: 'analyse de pratiques',
  FORMATION: 'formation',
  PASSERELLE: 'passerelle, sortie',
  EVENEMENT: 'temps fort',
  PERMANENCE: 'permanence',
};

const NOT_HELD: readonly [RegExp, string][] = [
  [
    /\blaep\b|lieux? d'accueil (enfants?|parents?)|accueil (enfants?|parents?)[- ](parents?|enfants?)|ludotheque municipale/,
    'un lieu d’accueil enfants-parents n’est pas une activité du relais',
  ],
  [
    /\brendez[- ]?vous\b|\brdv\b|entretiens? individuels?|accueil sur rdv/,
    'les rendez-vous individuels ne se réservent pas au catalogue',
  ],
  [/\bimmersions?\b|\bstages?\b|remplacement/, 'une immersion concerne une personne choisie, sans inscription ouverte'],
  [
    /^preparations?\b|temps de preparation|reunion d'equipe|reunions? de service|conge|fermeture|ferme\b/,
    'préparation ou temps interne : si des inscriptions sont ouvertes, écrivez « atelier » ou « réunion »',
  ],
  [/^ferie$|jour ferie|vacances scolaires/, 'ce n’est pas une activité'],
];

const HELD: readonly [RegExp, ProgrammeKind][] = [
  [/^ateliers?$/, 'ATELIER'],
  [/analyses? (de |des )?(la )?pratiques?|\bapp\b|\bgapp?\b|groupes? de parole|supervision|reflexion sur (les|nos|la) pratiques?|^analyse$/, 'ANALYSE'],
  [/portes? ouvertes?|journees? (professionnelles?|nationales?|departementales?|du relais)/, 'EVENEMENT'],
  [/formations?\b|\bsst\b|recyclage|maintien et actualisation|\bmac\b|sauveteur|premiers secours|\bpsc ?1\b/, 'FORMATION'],
  [/conferences?|temps forts?|\bfetes?\b|spectacles?|evenements?|job dating|forums?|\bbals?\b|carnaval|kermesse|semaine nationale|anniversaires?|festivals?|ceremonies?|inauguration|gouters?\b|pique[- ]?niques?/, 'EVENEMENT'],
  [/passerelles?|sorties?|intergeneration|bibliotheques?|mediatheques?|ludotheques?|\behpad\b|\bvisites?\b|ecole maternelle|bebes? lecteurs?/, 'PASSERELLE'],
  [/reunions?|soirees?|cafes?[- ](parents?|rencontres?|debats?|pros?)|rencontres? (a theme|thematiques?|debats?)|\bgroupes? d'echanges?|debats?|informations? collectives?|ciné[- ]debat/, 'REUNION'],
  [/permanences?|accueil du public|ouverture au public|accueil telephonique|accueil libre administratif/, 'PERMANENCE'],
  [/ateliers?|eveil|temps (collectifs?|de jeux?|d'accueil)|matinees?|motricite|accueils?[- ]jeux?|haltes?[- ]jeux?|animations?( collectives?)?$|comptines?|lecture|musique|musical|baby[- ]?gym|psychomotricite|jeux? (libres?|collectifs?)|jardin d'eveil|activites? (manuelles?|avec les enfants)/, 'ATELIER'],
]; // prettier-ignore

/** The catalogue's kind for words such as "atelier d'éveil" or "Réunion à thème"; refusals say why in French. */
export function readKind(words: string): KindReading {
  const folded = fold(words).replace(/[.…]+$/, '');
  if (!/[a-z]/.test(folded)) return { is: 'empty' };
  const code = PROGRAMME_KINDS.find((kind) => kind.toLowerCase() === folded);
  if (code) return { is: 'held', kind: code };
  const refused = NOT_HELD.find(([pattern]) => pattern.test(folded));
  if (refused) return { is: 'not-held', reason: refused[1] };
  const held = HELD.find(([pattern]) => pattern.test(folded));
  return held ? { is: 'held', kind: held[1] } : { is: 'unknown' };
}
