import { expect, it } from 'vitest';
import { pageLink, sizeInWords } from '#app/catalog/material.ts';

it.each([
  ['https://www.exemple.fr/page', 'https://www.exemple.fr/page'],
  ['  http://exemple.fr ', 'http://exemple.fr/'],
  ['exemple.fr', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://moi@exemple.fr', null],
  [`https://exemple.fr/${'a'.repeat(2000)}`, null],
])('%s is kept as %s', (typed, kept) => {
  expect(pageLink(typed)).toBe(kept);
});

it('says a size as people do', () => {
  expect([300, 320_400, 1_400_000, 10_000_000].map(sizeInWords)).toEqual(['1 ko', '320 ko', '1,4 Mo', '10 Mo']);
});
