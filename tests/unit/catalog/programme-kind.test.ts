import { describe, expect, it } from 'vitest';
import { readKind } from '#app/catalog/programme-kind.ts';

describe('readKind', () => {
  it.each([
    ["atelier d'éveil", 'ATELIER'],
    ['Atelier d’éveil', 'ATELIER'],
    ['TEMPS COLLECTIF', 'ATELIER'],
    ['Temps de jeux', 'ATELIER'],
    ['matinée d’éveil', 'ATELIER'],
    ['Accueil-jeux', 'ATELIER'],
    ['motricité', 'ATELIER'],
    ['ATELIER', 'ATELIER'],
    ['réunion à thème', 'REUNION'],
    ['Soirée thématique', 'REUNION'],
    ['Café-parents', 'REUNION'],
    ['analyse de pratiques', 'ANALYSE'],
    ['Analyse de la pratique', 'ANALYSE'],
    ['GAPP', 'ANALYSE'],
    ['groupe de parole', 'ANALYSE'],
    ['formation', 'FORMATION'],
    ['SST recyclage', 'FORMATION'],
    ['sortie', 'PASSERELLE'],
    ['rencontre intergénérationnelle', 'PASSERELLE'],
    ['Bébés lecteurs à la médiathèque', 'PASSERELLE'],
    ['fête', 'EVENEMENT'],
    ['conférence', 'EVENEMENT'],
    ['journée professionnelle', 'EVENEMENT'],
    ['portes ouvertes', 'EVENEMENT'],
    ['spectacle', 'EVENEMENT'],
    ['permanence', 'PERMANENCE'],
    ['Accueil du public', 'PERMANENCE'],
  ])('%s → %s', (words, kind) => {
    expect(readKind(words)).toEqual({ is: 'held', kind });
  });

  it.each(['rendez-vous', 'RDV', "lieu d'accueil enfants-parents", 'LAEP', 'immersion', 'préparation', 'congés'])(
    '%s is not held, and the reason is said',
    (words) => {
      const read = readKind(words);
      expect(read.is === 'not-held' && read.reason !== '').toBe(true);
    },
  );

  it('does not guess', () => {
    expect(readKind('xyz')).toEqual({ is: 'unknown' });
    expect(readKind('  - ')).toEqual({ is: 'empty' });
  });
});
