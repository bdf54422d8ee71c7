import { expect, it } from 'vitest';
import { currentPage } from '#app/ui/section-nav.tsx';

const groups = [
  {
    label: 'Aujourd’hui',
    pages: [
      { href: '/equipe', label: 'Aujourd’hui' },
      { href: '/equipe/seances/feuilles', label: 'Feuilles' },
    ],
  },
  { label: 'Planning', pages: [{ href: '/equipe/planning', label: 'Planning', also: ['/equipe/seances'] }] },
];

it.each([
  ['/equipe', '/equipe'],
  ['/equipe/planning', '/equipe/planning'],
  ['/equipe/planning/semaine', '/equipe/planning'],
  ['/equipe/seances/12', '/equipe/planning'],
  ['/equipe/seances/feuilles', '/equipe/seances/feuilles'],
  ['/equipe/planningue', undefined],
  ['/equipe/ailleurs', undefined],
])('%s stands under %s', (pathname, page) => {
  expect(currentPage(groups, pathname, '/equipe')).toBe(page);
});
