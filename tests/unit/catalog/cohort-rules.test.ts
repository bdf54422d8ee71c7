import { describe, expect, it } from 'vitest';
import { cohortDefaults, explainCohort, joinRefusal, type CohortRules } from '#app/catalog/cohort-rules.ts';
import { takesWeek, weekNumber } from '#app/catalog/cohort-weeks.ts';

const { minMembers, maxMembers, ...analyse } = cohortDefaults('ANALYSE');

describe('the rules of a group', () => {
  it('start, for an ANALYSE, from what crèches do', () => {
    expect(explainCohort(analyse, { minMembers, maxMembers }, 'Relais du Nord')).toEqual([
      'Groupe de 5 à 15 personnes',
      'Pour : assistantes maternelles et gardes d’enfants à domicile de Relais du Nord',
      '6 heures par an et par personne',
      'On s’engage pour tout le cycle : présence à 75 % des dates au moins',
    ]);
  });

  it('say the last day to apply and the mixing of communes', () => {
    const rules: CohortRules = { ...analyse, from: 'ALL', joinUntil: '2027-01-15', mostPerCommune: 3 };
    const said = explainCohort(rules, { minMembers: null, maxMembers: 8 }, 'Relais du Nord');
    expect(said).toContain('Groupe de 8 personnes au plus');
    expect(said).toContain('Candidatures jusqu’au 15 janvier 2027');
    expect(said).toContain('Au plus 3 personnes d’une même commune');
  });

  it.each([
    [{ kind: 'ASSISTANTE_MATERNELLE', active: true, tie: 'HOME' }, '2026-11-22', null],
    [{ kind: 'CANDIDATE', active: true, tie: 'HOME' }, '2026-11-22', 'WRONG_KIND'],
    [{ kind: 'ASSISTANTE_MATERNELLE', active: false, tie: 'HOME' }, '2026-11-22', 'NOT_ACTIVE'],
    [{ kind: 'ASSISTANTE_MATERNELLE', active: true, tie: 'OTHER' }, '2026-11-22', 'NOT_FROM_HERE'],
    [{ kind: 'ASSISTANTE_MATERNELLE', active: true, tie: 'MEMBER' }, '2027-01-16', 'TOO_LATE'],
  ] as const)('let %o apply on %s: %s', (person, today, refusal) => {
    expect(joinRefusal({ ...analyse, joinUntil: '2027-01-15' }, person, today)).toBe(refusal);
  });
});

describe('weeks of half-groups', () => {
  it.each([
    ['2026-01-01', 1],
    ['2026-11-24', 48],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
  ])('%s is in week %i', (date, week) => expect(weekNumber(date)).toBe(week));

  it('alternate', () => {
    expect(takesWeek('EVEN', '2026-11-24')).toBe(true);
    expect(takesWeek('ODD', '2026-11-24')).toBe(false);
    expect(takesWeek('ALL', '2026-12-01')).toBe(true);
  });
});
