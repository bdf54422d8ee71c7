import { expect, it } from 'vitest';
import { PROGRAMME_FIELDS, type ProgrammeField } from '#app/catalog/programme-columns.ts';
import { programmeKey } from '#app/catalog/programme-key.ts';

function cells(some: Partial<Record<ProgrammeField, string>>): Record<ProgrammeField, string> {
  const empty: Partial<Record<ProgrammeField, string>> = Object.fromEntries(
    PROGRAMME_FIELDS.map((field) => [field, '']),
  );
  return { relais: '', commune: '', kind: '', title: '', place: '', date: '', start: '', end: '', recurrence: '', adults: '', children: '', places: '', audience: '', intervenant: '', notes: '', source: '', ...empty, ...some }; // prettier-ignore
}

const row = cells({ relais: 'RPE d’Arbois', title: 'Temps de jeux', date: 'mardi', start: '09:00' });

it('is stable', () => {
  expect(programmeKey(row)).toBe(programmeKey({ ...row }));
  expect(programmeKey(row)).toMatch(/^[0-9a-f]{28}$/);
});

it('ignores accents, case, quotes, and what may be corrected', () => {
  expect(programmeKey({ ...row, relais: "rpe d'ARBOIS", adults: '12', notes: 'corrigé' })).toBe(programmeKey(row));
});

it.each(['relais', 'title', 'date', 'start', 'end', 'recurrence', 'place'] as const)('changes with %s', (field) => {
  expect(programmeKey({ ...row, [field]: 'autre' })).not.toBe(programmeKey(row));
});

it('changes with the school year, and cells do not run into each other', () => {
  expect(programmeKey(row, '2026-2027')).not.toBe(programmeKey(row));
  expect(programmeKey(cells({ title: 'a', place: 'b' }))).not.toBe(programmeKey(cells({ title: 'ab' })));
});
