import { expect, test } from 'vitest';

import { normalEmail, normalPhone } from '#app/people/contact.ts';

test.each([
  ['0639980102', '06 39 98 01 02'],
  ['06.39.98.01.02', '06 39 98 01 02'],
  ['+33 6 39 98 01 02', '06 39 98 01 02'],
  ['0033639980102', '06 39 98 01 02'],
  ['+33 (0)6 39 98 01 02', '06 39 98 01 02'],
  ['12', null],
  ['00 39 98 01 02', null],
  ['06399801023', null],
  ['', null],
])('%j is %j', (written, kept) => expect(normalPhone(written)).toBe(kept));

test('an address is compared in lower case', () => expect(normalEmail(' Nadia@Exemple.FR ')).toBe('nadia@exemple.fr'));
