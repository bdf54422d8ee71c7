import { describe, expect, it } from 'vitest';

import { KIND_DEFAULTS } from '#app/catalog/booking-rules.ts';
import { previewForStaff, type StaffForesight } from '#app/enrollment/desk-preview.ts';
import {
  childrenInWords,
  isBeyond,
  profileInWords,
  reasonsForStaff,
  waitForStaff,
} from '#app/enrollment/desk-words.ts';
import { deedInWords, type Deed } from '#app/enrollment/history-words.ts';

const NOTHING = { adults: 0, children: 0, persons: 0 };
const band = { fromMonths: 18, untilMonths: 36 };

describe('what the team reads', () => {
  it('of who waits', () => {
    const wait = { lack: NOTHING, heldForAnother: false, held: false, skip: null };
    expect(waitForStaff(wait)).toBe('Il y a de la place pour elle.');
    expect(waitForStaff({ ...wait, heldForAnother: true })).toBe(
      'Des places sont gardées pour une personne devant elle.',
    );
    expect(waitForStaff({ ...wait, lack: { ...NOTHING, children: 2 }, held: true })).toBe(
      'Il manque 2 places enfants. Les prochaines places lui sont gardées.',
    );
    expect(waitForStaff({ ...wait, skip: 'OVERLAP' })).toBe('Déjà inscrite ailleurs au même moment.');
    expect(waitForStaff({ ...wait, skip: 'UNKNOWN' })).toBe('Il y a de la place pour elle.');
  });

  it('of children: labels with their age, others counted by band', () => {
    const unknown = { ...band, label: null, ageMonths: null };
    expect(childrenInWords([{ ...band, label: 'Zoé', ageMonths: 20 }, unknown, unknown])).toBe(
      'Zoé (20 mois), 2 × 18 mois à 3 ans',
    );
    expect(childrenInWords([])).toBe('');
  });

  it('of demandes and profiles', () => {
    expect(reasonsForStaff(['BEYOND_AGREMENT', 'GONE'])).toEqual(['Plus d’enfants accueillis que son agrément.']);
    expect(isBeyond(['ON_REQUEST'])).toBe(false);
    expect(isBeyond(['ON_REQUEST', 'NO_AGREMENT'])).toBe(true);
    expect(profileInWords(null, 'PARENT')).toBe('Parent');
    expect(profileInWords('CANDIDATE', null)).toBe('Candidate à l’agrément');
  });
});

describe('who did what', () => {
  const about = (what: string, detail: Deed['detail'] = {}): Deed => ({
    subject: 'enrollment',
    what,
    whom: 'Awa Diallo',
    detail,
  });
  const session = (what: string, detail: Deed['detail'] = {}): Deed => ({
    subject: 'session',
    what,
    whom: null,
    detail,
  });

  it.each([
    [about('created:CONFIRMED', { children: 2 }), true, 's’est inscrite avec 2 enfants'],
    [about('created:CONFIRMED', { children: 0 }), false, 'a inscrit Awa Diallo'],
    [about('created:WAITING', { children: 1 }), false, 'a mis Awa Diallo avec 1 enfant sur la liste d’attente'],
    [about('created:REQUESTED'), true, 'a demandé une place'],
    [about('served:OFFERED'), false, 'une place est proposée à Awa Diallo'],
    [about('ended:WITHDRAWN', { late: true }), true, 's’est désistée, tardivement'],
    [about('ended:WITHDRAWN'), false, 'a désisté Awa Diallo'],
    [about('ended:REFUSED'), false, 'a refusé la demande de Awa Diallo'],
    [about('children:changed', { before: 1, after: 2 }), true, 'vient maintenant avec 2 enfants au lieu de 1'],
    [about('request:accepted', { reason: 'Fratrie' }), false, 'a accepté la demande de Awa Diallo : « Fratrie »'],
    [about('called:CONFIRMED'), false, 'a inscrit Awa Diallo, appelée par téléphone'],
    [about('told:phone'), false, 'a prévenu Awa Diallo par téléphone'],
    [about('new:thing'), false, 'a changé l’inscription de Awa Diallo'],
    [
      session('ceilings', { to: { maxAdults: 12, maxChildren: null } }),
      false,
      'a changé les places : 12 adultes, enfants sans limite',
    ],
    [session('cancelled', { reason: 'Neige' }), false, 'a annulé la séance : « Neige »'],
    [session('message', { count: 8 }), false, 'a écrit à 8 personnes'],
    [session('maintained'), false, 'a décidé que la séance aura lieu'],
    [session('unknown'), false, 'a modifié la séance'],
  ])('%#', (deed, byHerself, words) => expect(deedInWords(deed, byHerself)).toBe(words));
});

describe('the answer foreseen', () => {
  const given = (change: Partial<StaffForesight['foresight']> = {}): StaffForesight => ({
    name: 'Awa Diallo',
    overlap: null,
    mayAnswer: true,
    foresight: {
      meeting: {
        state: 'PUBLISHED',
        startsAt: new Date('2026-11-24T08:30:00Z'),
        opensAt: null,
        closesAt: null,
        othersFrom: null,
        ageMinMonths: null,
        ageMaxMonths: null,
        ceilings: { adults: 12, children: 20, persons: null },
        rules: KIND_DEFAULTS.ATELIER,
      },
      person: {
        kind: 'ASSISTANTE_MATERNELLE',
        active: true,
        tie: 'HOME',
        agrement: { children: 2, underThree: 2 },
        reglementAccepted: false,
      },
      zone: 'Europe/Paris',
      now: new Date('2026-11-20T10:00:00Z'),
      room: { adults: 3, children: 6, persons: null },
      rank: 4,
      heldForAnother: false,
      mine: null,
      ...change,
    },
  });
  const asked = (count: number) => ({
    declared: [],
    children: Array.from({ length: count }, () => ({ ...band, childId: null, own: false, ageMonths: null })),
  });

  it('says that there is room, and what is left', () => {
    expect(previewForStaff(given(), asked(2))).toMatchObject({
      severity: 'success',
      button: 'Inscrire Awa Diallo avec 2 enfants',
      text: 'Il restera 2 places adultes et 4 places enfants.',
    });
  });
  it('says the rank and what is lacking', () => {
    expect(previewForStaff(given({ room: { adults: 0, children: 6, persons: null } }), asked(1))).toMatchObject({
      title: 'Elle sera 4e sur la liste d’attente.',
      text: 'Il manque 1 place adulte.',
      mayWait: true,
    });
  });
  it('asks a reason beyond the agrément, of whoever may answer', () => {
    expect(previewForStaff(given(), asked(3))).toMatchObject({ beyond: true, blocked: false });
    expect(previewForStaff({ ...given(), mayAnswer: false }, asked(3))).toMatchObject({
      beyond: false,
      blocked: false,
    });
  });
  it('refuses an overlap, and nobody where children are needed', () => {
    expect(previewForStaff({ ...given(), overlap: 'Peinture' }, asked(1))).toMatchObject({
      blocked: true,
      text: 'Elle est déjà inscrite à une autre séance au même moment.',
    });
    expect(previewForStaff(given(), asked(0))).toMatchObject({ blocked: true });
  });
  it('keeps her place when more children do not fit', () => {
    const mine = { state: 'CONFIRMED', children: 1 } as const;
    const tight = given({ mine, room: { adults: 3, children: 0, persons: null } });
    expect(previewForStaff(tight, asked(2))).toMatchObject({ blocked: true, title: 'Il n’y a pas assez de place.' });
    expect(previewForStaff(given({ mine: { state: 'WAITING', children: 1 } }), asked(2))).toMatchObject({
      text: 'Avec plus d’enfants, elle repasse à la fin de la liste d’attente.',
    });
  });
});
