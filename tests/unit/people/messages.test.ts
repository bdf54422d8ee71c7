import { expect, test } from 'vitest';

import { peopleMessage } from '#app/people/messages.ts';

test('refusals are told in a sentence', () => {
  expect(peopleMessage({ code: 'LABEL_SURNAME' })).toMatch(/n’écrivez jamais le nom de famille/);
  expect(peopleMessage({ code: 'NO_HOME', index: 2 })).toMatch(/^Personne n° 3/);
  expect(peopleMessage({ code: 'EMAIL_TAKEN', emails: ['a@b.fr', 'c@d.fr'] })).toBe(
    'Adresse déjà connue : a@b.fr, c@d.fr.',
  );
});
