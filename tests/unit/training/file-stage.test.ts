import { describe, expect, test } from 'vitest';
import {
  advancedStages,
  FILE_STAGES,
  fileDeeds,
  fileMayMove,
  isLiveFile,
  resumedStage,
  severalDeeds,
  takesNeed,
  type FileMove,
  type FileStage,
} from '#app/training/file-stage.ts';

const MOVES: readonly FileMove[] = ['GROUPED', 'COMPLETE', 'FUNDED', 'FROZEN', 'POSTPONED', 'CANCELLED', 'RESUMED'];

describe('a file moves one stage at a time', () => {
  test.each<[FileStage, FileMove[]]>([
    ['WISHED', ['GROUPED', 'CANCELLED']],
    ['GROUPED', ['COMPLETE', 'FROZEN', 'POSTPONED', 'CANCELLED']],
    ['COMPLETE', ['GROUPED', 'FUNDED', 'FROZEN', 'POSTPONED', 'CANCELLED']],
    ['FUNDED', ['COMPLETE', 'FROZEN', 'POSTPONED', 'CANCELLED']],
    ['FROZEN', ['POSTPONED', 'CANCELLED', 'RESUMED']],
    ['POSTPONED', ['CANCELLED', 'RESUMED']],
    ['CANCELLED', ['GROUPED']],
    ['ATTENDED', []],
    ['CERTIFIED', []],
  ])('from %s', (from, to) => {
    expect(MOVES.filter((move) => fileMayMove(from, move))).toEqual(to);
    expect(fileDeeds(from).map((deed) => deed.to)).toHaveLength(to.length);
  });

  test.each<[FileStage[], FileStage]>([
    [['WISHED', 'GROUPED', 'FROZEN'], 'GROUPED'],
    [['WISHED', 'GROUPED', 'COMPLETE', 'FUNDED', 'FROZEN', 'POSTPONED'], 'FUNDED'],
    [['GROUPED', 'FROZEN', 'GROUPED', 'COMPLETE', 'POSTPONED'], 'COMPLETE'],
    [['FROZEN'], 'GROUPED'],
  ])('thawed after %j, it is %s again', (former, stage) => expect(resumedStage(former)).toBe(stage));
});

test.each<[FileStage, 'ATTENDED' | 'CERTIFIED', FileStage[]]>([
  ['FUNDED', 'ATTENDED', ['ATTENDED']],
  ['GROUPED', 'CERTIFIED', ['ATTENDED', 'CERTIFIED']],
  ['FROZEN', 'ATTENDED', ['ATTENDED']],
  ['ATTENDED', 'ATTENDED', []],
  ['ATTENDED', 'CERTIFIED', ['CERTIFIED']],
  ['CERTIFIED', 'ATTENDED', []],
  ['CANCELLED', 'ATTENDED', []],
])('the sheet brings %s to %s through %j', (from, to, through) => expect(advancedStages(from, to)).toEqual(through));

test('who will come, and whose need is taken up', () => {
  const codes = FILE_STAGES.map(({ code }) => code);
  expect(codes.filter(isLiveFile)).toEqual(['GROUPED', 'COMPLETE', 'FUNDED']);
  expect(codes.filter((code) => !takesNeed(code))).toEqual(['POSTPONED', 'CANCELLED']);
});

test('a deed is named by what it does from there', () => {
  expect(fileDeeds('FUNDED').map(({ label }) => label)).toContain('Retirer le financement');
  expect(fileDeeds('WISHED')[0]).toMatchObject({ slug: 'incomplet', label: 'Elle en est' });
});

test('many files at once: as many deeds as two of them open, a funding never withdrawn', () => {
  expect(severalDeeds(['GROUPED', 'GROUPED', 'COMPLETE', 'FUNDED', 'ATTENDED'])).toEqual([
    { slug: 'complet', count: 2 },
    { slug: 'gel', count: 4 },
    { slug: 'report', count: 4 },
    { slug: 'annulation', count: 4 },
  ]);
  expect(severalDeeds(['COMPLETE', 'COMPLETE'])).toContainEqual({ slug: 'financement', count: 2 });
  expect(severalDeeds(['FUNDED', 'FUNDED']).some(({ slug }) => slug === 'complet')).toBe(false);
});
