import { describe, expect, test } from 'vitest';
import {
  isOpenLine,
  LINE_DEEDS,
  LINE_STAGES,
  lineDeed,
  lineDeeds,
  mayBeDated,
  type LineDeedName,
  type LineStage,
} from '#app/training/line-stage.ts';

describe('what may be done to a line', () => {
  test.each<[LineStage, LineDeedName[]]>([
    ['DRAFT', ['soumission', 'annulation']],
    ['SUBMITTED', ['validation', 'retour', 'annulation']],
    ['RETURNED', ['soumission', 'annulation']],
    ['VALIDATED', ['report', 'annulation']],
    ['SCHEDULED', ['report', 'annulation']],
    ['HELD', ['cloture']],
    ['CLOSED', []],
    ['POSTPONED', ['reprise', 'annulation']],
    ['CANCELLED', []],
  ])('from %s', (stage, deeds) => {
    expect(lineDeeds(stage).map(({ slug }) => slug)).toEqual(deeds);
    expect(LINE_DEEDS.filter(({ slug }) => lineDeed(stage, slug) !== null)).toHaveLength(deeds.length);
  });
});

test('only a coordinator validates or sends back', () => {
  const hers = LINE_DEEDS.filter(({ permission }) => permission === 'plan.validate').map(({ slug }) => slug);
  expect(hers).toEqual(['validation', 'retour']);
});

test('which stages are dated, and which still change', () => {
  const codes = LINE_STAGES.map(({ code }) => code);
  expect(codes.filter(mayBeDated)).toEqual(['VALIDATED']);
  expect(codes.filter((code) => !isOpenLine(code))).toEqual(['HELD', 'CLOSED', 'CANCELLED']);
});
