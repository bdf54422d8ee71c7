import { expect, test } from 'vitest';

import { codeRefusal, tooMany } from '#app/auth/messages.ts';

const now = new Date('2026-11-22T08:00:00Z');
const after = (seconds: number) => ({ kind: 'limited' as const, retryAt: new Date(now.getTime() + seconds * 1000) });

test('a limit tells how long to wait, in whole minutes', () => {
  expect(tooMany(after(700), now)).toBe('Trop de demandes pour le moment. Réessayez dans 12 minutes.');
  expect(tooMany(after(1), now)).toBe('Trop de demandes pour le moment. Réessayez dans 1 minute.');
});

test('a wrong code tells how many tries are left', () => {
  expect(codeRefusal({ kind: 'wrong', left: 2 }, now)).toBe('Ce code n’est pas le bon. Il vous reste 2 essais.');
  expect(codeRefusal({ kind: 'wrong', left: 1 }, now)).toBe('Ce code n’est pas le bon. Il vous reste 1 essai.');
});
