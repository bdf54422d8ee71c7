import { expect, it } from 'vitest';

import type { ClosedDays } from '#app/time/closure-days.ts';
import { closedDaysInWords } from '#app/time/closure-words.ts';

it.each<[ClosedDays, string]>([
  [{ first: '2026-11-24', last: '2026-11-24' }, 'mardi 24 novembre'],
  [{ first: '2027-12-01', last: '2027-12-01' }, 'mercredi 1er décembre 2027'],
  [{ first: '2026-11-24', last: '2026-11-24', part: 'MORNING' }, 'mardi 24 novembre, le matin'],
  [{ first: '2026-11-24', last: '2026-11-27', part: 'AFTERNOON' }, 'du 24 au 27 novembre, l’après-midi'],
  [{ first: '2026-12-19', last: '2027-01-03' }, 'du 19 décembre au 3 janvier 2027'],
  [{ first: '2026-12-24', last: '2026-12-31', yearly: true }, 'du 24 au 31 décembre, chaque année'],
  [{ first: '2028-02-29', last: '2028-02-29', yearly: true }, 'le 29 février, chaque année'],
])('%j is said "%s"', (closed, words) => expect(closedDaysInWords(closed, { reference: '2026-11-22' })).toBe(words));
