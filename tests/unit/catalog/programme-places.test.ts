import { describe, expect, it } from 'vitest';
import { readBothPlaces, readPlaces } from '#app/catalog/programme-places.ts';

describe('readPlaces', () => {
  it.each([
    ['12', 12],
    [' 12 ', 12],
    ['12 places', 12],
    ['12 adultes', 12],
    ['12.0', 12],
    ['12,00', 12],
    ['douze', 12],
    ['10 max', 10],
    ['max. 10', 10],
    ['maximum 10 enfants', 10],
    ['0', 0],
  ])('%s → %i', (text, value) => {
    expect(readPlaces(text)).toEqual({ is: 'number', value });
  });

  it.each(['une douzaine', '6/8', '12 €', '-3', '6 à 8', '12,5', '10+2', 'environ 10', '9999'])(
    '%s is told',
    (text) => {
      expect(readPlaces(text).is).toBe('unclear');
    },
  );

  it.each([
    ['', 'empty'],
    ['-', 'empty'],
    ['NC', 'empty'],
    ['illimité', 'none'],
    ['sans limite', 'none'],
  ])('%s → %s', (text, is) => {
    expect(readPlaces(text)).toEqual({ is });
  });
});

describe('readBothPlaces', () => {
  it.each(['8 adultes et 16 enfants', '8 AM + 16 enfants', '16 enfants / 8 adultes'])('%s', (text) => {
    expect(readBothPlaces(text)).toEqual({ adults: 8, children: 16 });
  });
  it.each(['8', '8 adultes', '8 adultes et 16 à 20 enfants'])('%s: no', (text) => {
    expect(readBothPlaces(text)).toBeNull();
  });
});
