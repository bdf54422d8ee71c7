import { expect, test } from 'vitest';

import { fileDeedInWords } from '#app/people/file-deeds.ts';

test.each([
  ['professional.changed', { fields: ['email', 'phone'] }, 'a changé l’e-mail et le téléphone'],
  [
    'status.changed',
    { status: 'PAUSED', from: '2026-12-01' },
    'a noté la situation : en pause, à partir du 1er décembre 2026',
  ],
  ['agrement.corrected', { children: 3, before: 4 }, 'a corrigé un agrément : 3 enfants au lieu de 4'],
  [
    'relais.left',
    { name: 'Relais nord', until: '2026-11-30' },
    'a mis fin au suivi par Relais nord, le 30 novembre 2026',
  ],
  ['reglement.accepted', { mode: 'ON_PAPER' }, 'a noté un règlement signé sur papier'],
  ['person.merged', {}, 'a réuni deux fiches en une'],
  ['child.retired', {}, null],
])('%s', (what, detail, words) => expect(fileDeedInWords({ what, detail })).toBe(words));
