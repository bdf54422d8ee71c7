import { describe, expect, it } from 'vitest';

import { daysRead, planningAddress, planningWindow, readPlanning } from '#app/catalog/planning-address.ts';

const TODAY = '2026-11-22';
const SITE = '0b5e8d0e-1f3c-4f7e-9c55-0a4b2f6f1c11';
const read = (query: string) => readPlanning(new URLSearchParams(query), TODAY);

describe('an address of the planning', () => {
  it('asks for this week when it says nothing', () => {
    expect(read('')).toEqual({ view: 'semaine', date: TODAY, filters: {} });
  });

  it('says view, date and filters', () => {
    const query = `vue=mois&du=2027-03-28&relais=nord&lieu=${SITE}&type=atelier,reunion&etat=brouillon`;
    expect(read(query)).toEqual({
      view: 'mois',
      date: '2027-03-28',
      filters: { relais: 'nord', lieu: SITE, kinds: ['ATELIER', 'REUNION'], etat: 'DRAFT' },
    });
  });

  it.each(['vue=annee', 'du=2026-02-30', 'lieu=1', "relais=a'b", 'type=jeu', 'etat=toutes', 'animatrice=Léa'])(
    'leaves out what is malformed: %s',
    (query) => expect(read(query)).toEqual(read('')),
  );

  it('is written as it is read', () => {
    const asked = read(`vue=liste&du=2026-12-01&animatrice=${SITE}&intervenant=${SITE}&type=analyse&etat=annulee`);
    const address = planningAddress(asked);
    expect(readPlanning(new URL(address, 'http://x').searchParams, TODAY)).toEqual(asked);
  });
});

describe('the days shown', () => {
  it('are a Monday to Sunday week', () => {
    expect(planningWindow('semaine', '2026-11-29')).toEqual({
      ...{ first: '2026-11-23', last: '2026-11-29', title: 'Du 23 au 29 novembre 2026' },
      ...{ previous: '2026-11-16', next: '2026-11-30' },
    });
  });

  it('are a month, read as the whole weeks of its grid', () => {
    const window = planningWindow('mois', '2026-12-15');
    expect(window).toMatchObject({ first: '2026-12-01', last: '2026-12-31', title: 'Décembre 2026' });
    expect([window.previous, window.next]).toEqual(['2026-11-01', '2027-01-01']);
    expect(daysRead('mois', window)).toEqual({ first: '2026-11-30', last: '2027-01-03' });
  });

  it('are four weeks in a list', () => {
    const window = planningWindow('liste', '2026-12-31');
    expect(window).toMatchObject({ first: '2026-12-28', last: '2027-01-24' });
    expect(window.title).toBe('Du 28 décembre 2026 au 24 janvier 2027');
    expect(daysRead('liste', window)).toEqual({ first: '2026-12-28', last: '2027-01-24' });
  });
});
