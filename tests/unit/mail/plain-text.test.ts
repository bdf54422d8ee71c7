import { expect, it } from 'vitest';

import { textParts } from '#app/mail/plain-text.ts';

it('cuts a text at its addresses', () => {
  expect(textParts('Voir http://localhost:3000/seances/1.\nFin')).toEqual([
    { words: 'Voir ', href: null },
    { words: 'http://localhost:3000/seances/1', href: 'http://localhost:3000/seances/1' },
    { words: '.\nFin', href: null },
  ]);
  expect(textParts('rien')).toEqual([{ words: 'rien', href: null }]);
  expect(textParts('')).toEqual([]);
});
