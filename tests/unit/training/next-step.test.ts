import { describe, expect, test } from 'vitest';
import { FILE_STAGES } from '#app/training/file-stage.ts';
import { LINE_STAGES } from '#app/training/line-stage.ts';
import { fileNextStep, lineNextStep, type FileFacts, type LineFacts } from '#app/training/next-step.ts';
import { herNextStep, herStanding } from '#app/training/standing-words.ts';

const TODAY = '2026-11-22';
const facts: LineFacts = {
  ...{ stage: 'DRAFT', people: 8, ready: 6, minPeople: 8, filesDueOn: '2027-01-12', dates: null },
  ...{ hasOrganisation: true, hasDuration: true, validators: ['Sophie Lefèvre'] },
};
const dated = { first: '2027-03-13', last: '2027-03-17' };

describe('the next step of a line', () => {
  test.each<[Partial<LineFacts>, string]>([
    [{ people: 6 }, 'Il manque 2 personnes pour former le groupe'],
    [{ people: 7 }, 'Il manque 1 personne pour former le groupe'],
    [{ hasOrganisation: false }, 'Choisir l’organisme'],
    [{ hasDuration: false }, 'Indiquer la durée'],
    [{}, 'Proposer la ligne à la validation'],
    [{ stage: 'SUBMITTED' }, 'À valider par Sophie Lefèvre'],
    [{ stage: 'SUBMITTED', validators: ['A', 'B'] }, 'À valider par A ou B'],
    [{ stage: 'SUBMITTED', validators: [] }, 'À valider par la responsable de service'],
    [{ stage: 'VALIDATED' }, 'Il manque 2 dossiers complets avant le 12 janvier 2027'],
    [{ stage: 'VALIDATED', filesDueOn: '2026-12-12', ready: 7 }, 'Il manque 1 dossier complet avant le 12 décembre'],
    [{ stage: 'VALIDATED', filesDueOn: null }, 'Il manque 2 dossiers complets'],
    [{ stage: 'VALIDATED', filesDueOn: '2026-11-20' }, 'Il manque 2 dossiers complets, attendus le 20 novembre'],
    [{ stage: 'VALIDATED', ready: 8 }, 'Fixer les dates avec l’organisme'],
    [{ stage: 'SCHEDULED', dates: dated }, 'Il manque 2 dossiers complets avant le 12 janvier 2027'],
    [{ stage: 'SCHEDULED', dates: dated, ready: 8 }, 'La formation commence le 13 mars 2027'],
    [
      { stage: 'SCHEDULED', dates: { first: '2026-11-20', last: '2026-11-25' } },
      'La formation est en cours : émarger chaque demi-journée',
    ],
    [{ stage: 'SCHEDULED', dates: { first: '2026-11-14', last: '2026-11-18' } }, 'Relever les présences'],
    [{ stage: 'HELD' }, 'Remettre les attestations, puis clore la ligne'],
  ])('%j', (more, sentence) => expect(lineNextStep({ ...facts, ...more }, TODAY)).toBe(sentence));

  test('every stage has one', () => {
    for (const { code: stage } of LINE_STAGES) expect(lineNextStep({ ...facts, stage }, TODAY)).not.toBe('');
  });
});

describe('the next step of a file', () => {
  const file: FileFacts = { stage: 'GROUPED', line: 'VALIDATED', filesDueOn: '2026-12-12', dates: null };
  test.each<[Partial<FileFacts>, string]>([
    [{}, 'Réunir son dossier avant le 12 décembre : un employeur facilitateur signe'],
    [{ stage: 'COMPLETE' }, 'Attendre l’accord de financement'],
    [{ stage: 'FUNDED' }, 'Attendre les dates'],
    [{ stage: 'FUNDED', line: 'SCHEDULED', dates: dated }, 'Venir le 13 mars 2027'],
    [{ stage: 'FUNDED', line: 'HELD', dates: dated }, 'Absente aux séances : reporter ou annuler son dossier'],
    [{ stage: 'ATTENDED', line: 'HELD', dates: dated }, 'Remettre l’attestation'],
    [{ line: 'CANCELLED' }, 'La formation est annulée'],
  ])('%j', (more, sentence) => expect(fileNextStep({ ...file, ...more }, TODAY)).toBe(sentence));

  test('every stage has one, and one said to her', () => {
    for (const { code: stage } of FILE_STAGES) {
      expect(fileNextStep({ ...file, stage }, TODAY)).not.toBe('');
      expect(herStanding('SST', stage)).toContain('SST');
      expect(herNextStep({ ...file, stage }, TODAY)).not.toBe('');
    }
    expect(herNextStep({ ...file, stage: 'FUNDED', dates: dated }, TODAY)).toBe('Elle commence le 13 mars 2027.');
  });
});
