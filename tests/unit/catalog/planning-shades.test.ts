import { describe, expect, it } from 'vitest';

import {
  dayShades,
  halfLook,
  notesInWords,
  type PlannedClosure,
  type ShadeFacts,
} from '#app/catalog/planning-shades.ts';

const WEEK = { first: '2026-12-21', last: '2026-12-27' };
const shown = { relaisIds: ['nord', 'sud'] };
const none = { schoolHolidays: [], closures: [], shown };

const closure = (more: Partial<PlannedClosure>): PlannedClosure => ({
  ...{ of: { kind: 'relais', id: 'nord', name: 'Relais nord' }, first: '2026-12-22', last: '2026-12-22' },
  ...{ part: 'WHOLE', yearly: false, reason: 'inventaire', ...more },
});

describe('days that are not like the others', () => {
  it('name public holidays, and nothing else closes a plain day', () => {
    expect(dayShades(WEEK, none)).toEqual([
      { date: '2026-12-25', off: 'WHOLE', partly: null, school: false, notes: ['férié (Noël)'] },
    ]);
  });

  it('name school holidays without closing anything', () => {
    const schoolHolidays = [{ name: 'Noël', first: '2026-12-19', last: '2027-01-03' }];
    const days = dayShades(WEEK, { ...none, schoolHolidays });
    expect(days).toHaveLength(7);
    expect(days[0]).toMatchObject({ off: null, school: true, notes: ['vacances scolaires (Noël)'] });
  });

  it('tell a relais closed among others, without closing the day', () => {
    const [day] = dayShades(WEEK, { ...none, closures: [closure({})] });
    expect(day).toMatchObject({ date: '2026-12-22', off: null, partly: 'WHOLE' });
    expect(day?.notes).toEqual(['fermeture : Relais nord (inventaire)']);
  });

  it('close the day when all that is shown is closed, and say so once', () => {
    const south = closure({ of: { kind: 'relais', id: 'sud', name: 'Relais sud' } });
    const [day] = dayShades(WEEK, { ...none, closures: [closure({}), south] });
    expect(day).toMatchObject({ off: 'WHOLE', partly: null });
    expect(day?.notes).toEqual(['fermeture : tous les relais (inventaire)']);
  });

  it('close half a day', () => {
    const morning = closure({ part: 'MORNING' });
    const [day] = dayShades(WEEK, { ...none, closures: [morning], shown: { relaisIds: ['nord'] } });
    expect(day).toMatchObject({ off: 'MORNING', notes: ['fermeture : Relais nord, le matin (inventaire)'] });
  });

  it('close the day of the one place or person that is shown', () => {
    const site = closure({ of: { kind: 'site', id: 'salle', name: 'Salle des Nuages' }, reason: 'travaux' });
    const [day] = dayShades(WEEK, { ...none, closures: [site], shown: { ...shown, siteId: 'salle' } });
    expect(day).toMatchObject({ off: 'WHOLE', notes: ['fermeture : Salle des Nuages (travaux)'] });
    const away = closure({ of: { kind: 'person', id: 'lea', name: 'Léa Martin' }, reason: '', part: 'AFTERNOON' });
    const [other] = dayShades(WEEK, { ...none, closures: [away] });
    expect(other).toMatchObject({ off: null, partly: 'AFTERNOON', notes: ['absence : Léa Martin, l’après-midi'] });
  });

  it('are drawn by halves: closed, partly closed, or holidays', () => {
    const schoolHolidays = [{ name: 'Noël', first: '2026-12-19', last: '2027-01-03' }];
    const closures = [closure({ part: 'MORNING' })];
    const looks = (facts: Partial<ShadeFacts>) =>
      dayShades(WEEK, { ...none, ...facts })
        .filter(({ date }) => date === '2026-12-22')
        .flatMap((day) => [halfLook(day, 'MORNING'), halfLook(day, 'AFTERNOON')]);
    expect(looks({ closures })).toEqual(['partly', null]);
    expect(looks({ closures, shown: { relaisIds: ['nord'] } })).toEqual(['off', null]);
    expect(looks({ closures, schoolHolidays })).toEqual(['partly', 'school']);
  });

  it('come back each year when they are yearly', () => {
    const yearly = closure({ first: '2024-12-22', last: '2024-12-23', yearly: true });
    expect(dayShades(WEEK, { ...none, closures: [yearly] }).map(({ date }) => date)).toEqual([
      ...['2026-12-22', '2026-12-23'],
      '2026-12-25',
    ]);
  });

  it('are told in words, days in a row at once', () => {
    const closures = [closure({ last: '2026-12-24' })];
    expect(notesInWords(dayShades(WEEK, { ...none, closures }))).toEqual([
      'Du 22 au 24 décembre : fermeture : Relais nord (inventaire)',
      'Vendredi 25 décembre : férié (Noël)',
    ]);
  });
});
