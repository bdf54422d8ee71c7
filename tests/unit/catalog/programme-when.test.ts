import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhen } from '#app/catalog/programme-when.ts';
import { readSchoolYear } from '#app/catalog/programme-year.ts';
import { compact, readPhrase, YEAR } from '#tests/unit/catalog/programme-when.fixture.ts';

/** phrase, what is planned, what lacks, what is not read */
const PHRASES: readonly [string, string, string, string][] = [
  ['Mardi matin de 9h à 11h30 (hors vacances scolaires)', 'w1:2 year 09:00-11:30', '', ''],
  ['Tous les jeudis de 9h30 à 11h00', 'w1:4 year 09:30-11:00', '', ''],
  ['les lundis et jeudis, 9h-11h30', 'w1:14 year 09:00-11:30', '', ''],
  ['Le mardi et le vendredi de 8h45 à 11h', 'w1:25 year 08:45-11:00', '', ''],
  ['lundi 9h30-11h30 en période scolaire', 'w1:1 year 09:30-11:30', '', ''],
  ['mercredi 10h à 12h - semaines paires', 'd:26 10:00-12:00', '', ''],
  ['Jeudi semaines impaires 9h15-10h45', 'd:26 09:15-10:45', '', ''],
  [
    'Un mardi sur deux de 9h30 à 11h à partir du 8 septembre 2026',
    'w2:2@2026-09-08 2026-09-08..2027-08-31 09:30-11:00',
    '',
    '',
  ],
  ['1 jeudi sur 2, 9h30/11h', 'w2:4@2026-09-03 year 09:30-11:00', 'fréquence', ''],
  ['un lundi matin sur deux', 'w2:1@2026-09-07 year 09:30-11:00', 'fréquence horaire', ''],
  ['une semaine sur deux le mercredi', 'w2:3@2026-09-02 year ?-?', 'fréquence horaire', ''],
  ['Mardi, 1 semaine sur 2, de 9h à 10h30', 'w2:2@2026-09-01 year 09:00-10:30', 'fréquence', ''],
  ['tous les quinze jours, le vendredi 10h-11h', 'w2:5@2026-09-04 year 10:00-11:00', 'fréquence', ''],
  ['toutes les deux semaines, jeudi 14h-16h', 'w2:4@2026-09-03 year 14:00-16:00', 'fréquence', ''],
  ['un mardi sur trois, 9h-10h', 'w3:2@2026-09-01 year 09:00-10:00', 'fréquence', ''],
  ['1er mardi du mois 9h30-11h', 'm:2:1 year 09:30-11:00', '', ''],
  ['le premier lundi de chaque mois à 20h', 'm:1:1 year 20:00-21:30', 'horaire', ''],
  ['2ème et 4ème jeudi du mois de 14h à 16h30', 'm:4:2,4 year 14:00-16:30', '', ''],
  ['Les 1ers et 3èmes mercredis du mois', 'm:3:1,3 year ?-?', 'horaire', ''],
  ['troisième samedi du mois, 9h30 - 12h', 'm:6:3 year 09:30-12:00', '', ''],
  ['dernier mardi du mois 18h30-20h30', 'm:2:last year 18:30-20:30', '', ''],
  ['avant-dernier mardi du mois', 'm:2:1 year ?-?', 'fréquence horaire', ''],
  ['une fois par mois le mardi', 'm:2:1 year ?-?', 'fréquence horaire', ''],
  ['1 vendredi par mois 9h30-10h30', 'm:5:1 year 09:30-10:30', 'fréquence', ''],
  ['2 fois par mois', '- ?-?', 'jour horaire', ''],
  ['deux jeudis par mois, 9h-11h', 'm:4:1,3 year 09:00-11:00', 'fréquence', ''],
  ['Mensuel, le samedi', 'm:6:1 year ?-?', 'fréquence horaire', ''],
  ['bimensuel le lundi 9h', 'm:1:1,3 year 09:00-10:30', 'fréquence horaire', ''],
  ['mardi 17 novembre 2026 9h30-11h00', 'd:2026-11-17 09:30-11:00', '', ''],
  ['17/11/2026 9h30 à 11h', 'd:2026-11-17 09:30-11:00', '', ''],
  ['17/11/26', 'd:2026-11-17 ?-?', 'horaire', ''],
  ['17.11.2026', 'd:2026-11-17 ?-?', 'horaire', ''],
  ['17-11-2026 à 14h', 'd:2026-11-17 14:00-15:30', 'horaire', ''],
  ['le 17 novembre à 20h', 'd:2026-11-17 20:00-21:30', 'horaire', ''],
  ['ven. 20 nov. 2026, 19h30-22h', 'd:2026-11-20 19:30-22:00', '', ''],
  ['samedi 5 et dimanche 6 décembre 2026', 'd:2026-12-05,2026-12-06 ?-?', 'horaire', ''],
  ['les 5, 12 et 19 janvier 2027', 'd:2027-01-05,2027-01-12,2027-01-19 ?-?', 'horaire', ''],
  ['5 et 12 janvier 2027 de 9h30 à 11h', 'd:2027-01-05,2027-01-12 09:30-11:00', '', ''],
  ['03/12, 10/12 et 17/12/2026', 'd:2026-12-03,2026-12-10,2026-12-17 ?-?', 'horaire', ''],
  ['3 décembre, 7 janvier et 4 février 2027 20h-22h', 'd:2026-12-03,2027-01-07,2027-02-04 20:00-22:00', '', ''],
  [
    'mardi 3 novembre, jeudi 5 novembre et mardi 10 novembre 2026',
    'd:2026-11-03,2026-11-05,2026-11-10 ?-?',
    'horaire',
    '',
  ],
  ['du 5 au 9 octobre 2026', 'd:2026-10-05,2026-10-06,2026-10-07,2026-10-08,2026-10-09 ?-?', 'horaire', ''],
  [
    'du lundi 5 au vendredi 9 octobre 2026 de 9h à 17h',
    'd:2026-10-05,2026-10-06,2026-10-07,2026-10-08,2026-10-09 09:00-17:00',
    '',
    '',
  ],
  ['du 15/09/2026 au 15/06/2027 le mardi 9h-11h', 'w1:2 2026-09-15..2027-06-15 09:00-11:00', '', ''],
  ['de septembre à juin, tous les mardis, 9h-11h', 'w1:2 2026-09-01..2027-06-30 09:00-11:00', '', ''],
  ['de septembre 2026 à juin 2027 le lundi de 9h à 11h', 'w1:1 2026-09-01..2027-06-30 09:00-11:00', '', ''],
  ['Tous les mardis du 8 septembre au 15 décembre 2026, 9h30-11h', 'w1:2 2026-09-08..2026-12-15 09:30-11:00', '', ''],
  ["chaque mercredi jusqu'au 16 décembre 2026 9h30-11h", 'w1:3 2026-09-01..2026-12-16 09:30-11:00', '', ''],
  ["chaque mercredi jusqu'à fin juin", 'w1:3 2026-09-01..2027-06-30 ?-?', 'horaire', ''],
  ['à partir du lundi 14 septembre 2026, tous les lundis', 'w1:1 2026-09-14..2027-08-31 ?-?', 'horaire', ''],
  ['à compter de janvier 2027 le jeudi', 'w1:4 2027-01-01..2027-08-31 ?-?', 'horaire', ''],
  ['dès la rentrée de septembre, mardi et jeudi 9h-11h30 chaque semaine', 'w1:24 year 09:00-11:30', '', ''],
  ['depuis 2017, annuel', '- ?-?', 'date horaire', ''],
  ['année scolaire 2026-2027, les vendredis 9h-10h30', 'w1:5 year 09:00-10:30', '', ''],
  ['2026/2027 : tous les jeudis matins', 'w1:4 year 09:30-11:00', 'horaire', ''],
  ['sauf vacances scolaires et jours fériés, mardi 9h - 11h', 'w1:2 year 09:00-11:00', '', ''],
  ['mardi et jeudi hors vacances 9h/11h', 'w1:24 year 09:00-11:00', '', ''],
  ['Lundi 14h-16h (sauf vacances)', 'w1:1 year 14:00-16:00', '', ''],
  ['mardi 9h30-11h30 y compris pendant les vacances scolaires', 'w1:2 year 09:30-11:30', '', ''],
  ['mardi 9h30-11h30 vacances scolaires comprises', 'w1:2 year 09:30-11:30', '', ''],
  ["jeudi 9h-12h toute l'année", 'w1:4 year 09:00-12:00', '', ''],
  ["jeudi 9h-12h toute l'année sauf août", 'w1:4 year 09:00-12:00', '', ''],
  ['tous les mardis sauf en juillet et août', 'w1:2 year ?-?', 'horaire', ''],
  ['tous les mardis sauf le 10 novembre 2026', 'w1:2 year ?-?', 'horaire', ''],
  ['tous les jours sauf le mercredi 9h-12h', 'w1:1245 year 09:00-12:00', '', ''],
  ['du lundi au vendredi, 8h30-12h', 'w1:12345 year 08:30-12:00', '', ''],
  ['lundi-vendredi 9h-12h', 'w1:12345 year 09:00-12:00', '', ''],
  ['lundi-jeudi 9h-12h', 'w1:14 year 09:00-12:00', 'fréquence quand', ''],
  ['lun. mar. jeu. 9h-11h', 'w1:124 year 09:00-11:00', 'fréquence', ''],
  ['lundi, mardi, jeudi et vendredi de 9h à 11h30', 'w1:1245 year 09:00-11:30', 'fréquence', ''],
  ['tous les matins de la semaine', 'w1:12345 year ?-?', 'horaire', ''],
  ['quotidien, 9h-12h', 'w1:12345 year 09:00-12:00', '', ''],
  ['pendant les vacances scolaires', '- ?-?', 'date horaire vacances', ''],
  ['vacances de la Toussaint', '- ?-?', 'date horaire', 'vacances de la Toussaint'],
  ['hors vacances de Noël, le mardi 9h-11h chaque semaine', '- 09:00-11:00', 'jour', ''],
  ["hebdomadaire le lundi, vacances d'hiver comprises", 'w1:1 year ?-?', 'horaire', ''],
  ['jeudi à 9 h 30', 'w1:4 year 09:30-11:00', 'fréquence horaire', ''],
  ['jeudi dès 9h', 'w1:4 year 09:00-10:30', 'fréquence horaire', ''],
  ['jeudi 9h30 (durée 1h30)', 'w1:4 year 09:30-11:00', 'fréquence', ''],
  ['jeudi 9h30, durée : 45 min', 'w1:4 year 09:30-10:15', 'fréquence', ''],
  ['jeudi vers 9h', 'w1:4 year 09:00-10:30', 'fréquence horaire', ''],
  ['jeudi de 9 à 11h', 'w1:4 year 09:00-11:00', 'fréquence', ''],
  ['jeudi 9-11h', 'w1:4 year 09:00-11:00', 'fréquence', ''],
  ['jeudi entre 9h et 11h30', 'w1:4 year 09:00-11:30', 'fréquence', ''],
  ['jeudi 09:30:00', 'w1:4 year 09:30-11:00', 'fréquence horaire', ''],
  ['jeudi 9:30 - 11:00', 'w1:4 year 09:30-11:00', 'fréquence', ''],
  ['jeudi 9H30 / 11H00', 'w1:4 year 09:30-11:00', 'fréquence', ''],
  ['jeudi 9 heures à 11 heures 30', 'w1:4 year 09:00-11:30', 'fréquence', ''],
  ['jeudi 9h30→11h', 'w1:4 year 09:30-11:00', 'fréquence', ''],
  ['jeudi 10h-midi', 'w1:4 year 10:00-12:00', 'fréquence', ''],
  ['jeudi après-midi', 'w1:4 year 14:00-16:00', 'fréquence horaire', ''],
  ['jeudi en soirée', 'w1:4 year 19:30-21:30', 'fréquence horaire', ''],
  ['mardi soir 20h', 'w1:2 year 20:00-21:30', 'fréquence horaire', ''],
  ['mercredi journée', 'w1:3 year 09:00-17:00', 'fréquence horaire', ''],
  ['matin et après-midi le lundi', 'w1:1 year 09:00-17:00', 'horaire', ''],
  ['jeudi 9h-11h et 14h-16h', 'w1:4 year 09:00-11:00', 'fréquence horaire', ''],
  ['jeudi 25h30', 'w1:4 year ?-?', 'fréquence horaire', '25h30 (heure impossible)'],
  ['30/02/2027', '- ?-?', 'date horaire', '30/02/2027 (date impossible)'],
  ['mardi 18 novembre 2026', 'd:2026-11-18 ?-?', 'date horaire', ''],
  ['une fois par trimestre', '- ?-?', 'jour horaire', ''],
  ['3 fois par an', '- ?-?', 'jour horaire', ''],
  ['2 matinées par semaine', '- ?-?', 'jour horaire', ''],
  ['deux fois par semaine, mardi et jeudi, 9h-11h', 'w1:24 year 09:00-11:00', '', ''],
  ['cycle de 5 séances', '- ?-?', 'date horaire', ''],
  ['plusieurs dates', '- ?-?', 'date horaire', ''],
  ['dates à définir', '- ?-?', 'date horaire', 'dates à définir'],
  ['à définir', '- ?-?', 'date horaire', 'à définir'],
  ['sur rendez-vous', '- ?-?', 'date horaire', 'sur rendez-vous'],
  ['selon planning', '- ?-?', 'date horaire', 'selon planning'],
  ['octobre 2026', '- ?-?', 'date horaire', ''],
  ['courant mars', '- ?-?', 'date horaire', ''],
  ['fin mai 2027', '- ?-?', 'date horaire', ''],
  ['Semaine du 12 au 16 octobre 2026', 'd:2026-10-12,2026-10-13,2026-10-14,2026-10-15,2026-10-16 ?-?', 'horaire', ''],
  ['3/11/2026 et 17/11/2026 9h15 - 10h45', 'd:2026-11-03,2026-11-17 09:15-10:45', '', ''],
  [
    'Mercredi 4 novembre 2026 à 9h30 et mercredi 2 décembre 2026 à 9h30',
    'd:2026-11-04,2026-12-02 09:30-11:00',
    'horaire',
    '',
  ],
  ['vendredi 6/11 9h-10h', 'd:2026-11-06 09:00-10:00', '', ''],
  ['2026-11-17T09:30', 'd:2026-11-17 09:30-11:00', 'horaire', ''],
  ['2026-11-17 09:30:00', 'd:2026-11-17 09:30-11:00', 'horaire', ''],
  ['2026-11-17 00:00:00', 'd:2026-11-17 ?-?', 'horaire', ''],
  ['45359', '- ?-?', 'date horaire', '45359'],
  ['HVS, mardi 9h30', 'w1:2 year 09:30-11:00', 'horaire', ''],
  ['mardi et jeudi (HVS)', 'w1:24 year ?-?', 'horaire', ''],
  ['le mercredi de 9h30 à 11h30 uniquement en période scolaire', 'w1:3 year 09:30-11:30', '', ''],
  ['le samedi matin une fois par mois, hors vacances scolaires', 'm:6:1 year 09:30-11:00', 'fréquence horaire', ''],
  ['bonjour', '- ?-?', 'date horaire', 'bonjour'],
  ['lundi 9h - 11h30 : accueil libre', 'w1:1 year 09:00-11:30', 'fréquence', 'accueil libre'],
  ['1 mercredi/2 9h30-11h', 'w2:3@2026-09-02 year 09:30-11:00', 'fréquence', ''],
  ['1x/mois le mardi', 'm:2:1 year ?-?', 'fréquence horaire', ''],
  ['1 fois / mois', '- ?-?', 'jour horaire', ''],
  ['mardi (1 sem/2) 9h', 'w2:2@2026-09-01 year 09:00-10:30', 'fréquence horaire', ''],
  ['🎈 mardi 9h–11h 🎈', 'w1:2 year 09:00-11:00', 'fréquence', ''],
  ['mardi 9h00 à 11h00, mercredi 14h00 à 16h00', 'w1:23 year 09:00-11:00', 'fréquence horaire', ''],
  ['Les mardis 3, 10 et 17 novembre 2026', 'd:2026-11-03,2026-11-10,2026-11-17 ?-?', 'horaire', ''],
  [
    'mardi 3 nov., mardi 1er déc. et mardi 5 janv. à 9h30',
    'd:2026-11-03,2026-12-01,2027-01-05 09:30-11:00',
    'horaire',
    '',
  ],
  ['de octobre à décembre 2026, jeudi 10h-11h hebdo', 'w1:4 2026-10-01..2026-12-31 10:00-11:00', '', ''],
  ['le 1er octobre 2026', 'd:2026-10-01 ?-?', 'horaire', ''],
  ['1er trimestre 2026', '- ?-?', 'date horaire', '1er trimestre'],
  ['hebdomadaire ou mensuel, le mardi', 'm:2:1 year ?-?', 'fréquence horaire quand', ''],
  ['trimestre octobre-décembre 2018', '- ?-?', 'date horaire', ''],
  ['tous les 10 jours', '- ?-?', 'date horaire', ''],
  ['lundi 9h-25h', 'w1:1 year 09:00-10:30', 'fréquence horaire', '25h (heure impossible)'],
  ['samedi 28 novembre 2026 de 9h00 à 12h00 et de 13h30 à 17h00', 'd:2026-11-28 09:00-12:00', 'horaire', ''],
  ["le 2e mercredi d'octobre", 'm:3:2 2026-10-01..2026-10-31 ?-?', 'horaire', ''],
  ['mercredis 7/10, 4/11, 2/12 de 9h30 à 11h', 'd:2026-10-07,2026-11-04,2026-12-02 09:30-11:00', '', ''],
  ['9h30-11h', '- 09:30-11:00', 'date', ''],
  ['matin', '- 09:30-11:00', 'date horaire', ''],
  [
    'mardi de 9h30 à 11h30, tous les 15 jours hors vacances scolaires à partir du 15/09/2026',
    'w2:2@2026-09-15 2026-09-15..2027-08-31 09:30-11:30',
    '',
    '',
  ],
  ['les mardis matin hors vacances de 9h30 à 11h', 'w1:2 year 09:30-11:00', '', ''],
  ['un jeudi par mois en soirée (20h-22h)', 'm:4:1 year 20:00-22:00', 'fréquence', ''],
  ['jeudi 12/11/2026 20h00', 'd:2026-11-12 20:00-21:30', 'horaire', ''],
  ['Jeudi 12 novembre, 20h - 22h, salle des fêtes', 'd:2026-11-12 20:00-22:00', '', 'salle des fêtes'],
  ['du 1er octobre au 17 décembre, le jeudi, 10h-11h', 'w1:4 2026-10-01..2026-12-17 10:00-11:00', '', ''],
];

describe('phrases of programmes', () => {
  it.each(PHRASES)('%s', (phrase, planned, missing, unread) => {
    const { when, tellings } = readPhrase(phrase);
    expect(compact(when)).toBe(planned);
    expect([...new Set(tellings.missing.map(({ about }) => about))].join(' ')).toBe(missing);
    expect(tellings.unread.map(({ text }) => text).join(' | ')).toBe(unread);
  });
});

describe('holidays and exceptions', () => {
  it.each([
    ['mardi 9h-11h, hors vacances scolaires', true, [], [], true],
    ['mardi 9h-11h', true, [], [], true],
    ['mardi 9h-11h, vacances scolaires comprises', false, [], [], true],
    ['tous les mardis, vacances de Noël comprises', true, ['Noël'], [], true],
    ['tous les mardis sauf vacances de la Toussaint', false, [], ['Toussaint'], true],
    ['tous les mardis, jours fériés compris', true, [], [], false],
    ['mardi 17 novembre 2026', false, [], [], false],
  ])('%s', (phrase, skip, keptByName, skippedByName, publicHolidays) => {
    const { when } = readPhrase(phrase);
    expect(when.schoolHolidays).toEqual({ skip, keptByName, skippedByName });
    expect(when.skipPublicHolidays).toBe(publicHolidays);
  });

  it('gives exceptions as closed days', () => {
    expect(readPhrase('tous les mardis sauf le 10 novembre 2026').when.exceptions).toEqual([
      { name: 'exception', first: '2026-11-10', last: '2026-11-10' },
    ]);
    const august = readPhrase("jeudi 9h-12h toute l'année sauf août").when.exceptions;
    expect(august).toContainEqual({ name: 'exception', first: '2027-08-01', last: '2027-08-31' });
  });
});

describe('nothing is guessed silently', () => {
  const texts = (phrase: string) => {
    const { tellings } = readPhrase(phrase);
    return {
      missing: tellings.missing.map(({ text }) => text),
      proposed: tellings.proposed.map(({ text }) => text),
      understood: tellings.understood.map(({ text }) => text),
    };
  };

  it('proposes an end and says that it lacks', () => {
    const { missing, proposed } = texts('tous les mardis à 9h30');
    expect(missing).toEqual(['heure de fin']);
    expect(proposed).toContain('fin proposée : 11 h (durée 1 h 30)');
  });

  it('asks which week of the month', () => {
    const { missing, proposed } = texts('un vendredi par mois, à partir du 2026-11-13, 9h-10h');
    expect(missing).toEqual(['quel vendredi du mois (premier, deuxième, dernier… ?)']);
    expect(proposed).toContain('le 2e vendredi du mois, d’après la première date');
  });

  it('tells every move of a date', () => {
    expect(texts('mardi 3 décembre 2024 de 9h à 11h').understood).toContain(
      'déplacé en 2026-2027, même jour de la même semaine : 3 décembre 2024 → mardi 1er décembre 2026',
    );
  });

  it('does not move without --annee, and asks for a period', () => {
    const { when, tellings } = readPhrase('tous les mardis de 9h à 11h', null);
    expect(when.term).toBeNull();
    expect(tellings.missing.map(({ about }) => about)).toEqual(['période']);
  });

  it('says that a programme is past', () => {
    const { tellings } = readPhrase('mardi 3 décembre 2024 de 9h à 11h', null, '2026-11-22');
    expect(tellings.missing.map(({ text }) => text)).toEqual([
      'une date à venir : ce programme est passé (--annee le déplace)',
    ]);
  });

  it('asks for the year of a day that has none', () => {
    expect(readPhrase('3 décembre, 9h-11h', null).tellings.missing.map(({ text }) => text)).toEqual([
      'l’année de la date',
    ]);
  });
});

describe('cells that complete or contradict each other', () => {
  const context = { kind: 'ATELIER', year: YEAR, today: null } as const;

  it.each([
    [{ date: 'mardi', start: '9', end: '11.30', recurrence: 'hebdomadaire' }, 'w1:2 year 09:00-11:30', ''],
    [{ date: 'mardi', start: '0.375', end: '0,479166667', recurrence: 'hebdo' }, 'w1:2 year 09:00-11:30', ''],
    [{ date: 'mardi', start: '9h30-11h', end: '', recurrence: 'hebdo' }, 'w1:2 year 09:30-11:00', ''],
    [{ date: '17/11/2026', start: '09:30:00', end: '11:00:00', recurrence: '' }, 'd:2026-11-17 09:30-11:00', ''],
    [{ date: 'mercredi', start: '14:00', end: '17:00', recurrence: 'mensuelle, deuxième mercredi' }, 'm:3:2 year 14:00-17:00', ''],
    [{ date: 'mardi', start: '9h', end: '11h', recurrence: 'un jeudi sur deux' }, 'w2:2@2026-09-01 year 09:00-11:00', 'fréquence quand'],
    [{ date: 'mardi 9h30', start: '10h', end: '11h', recurrence: 'hebdo' }, 'w1:2 year 10:00-11:00', 'quand'],
    [{ date: 'mardi', start: '11h', end: '9h', recurrence: 'hebdo' }, 'w1:2 year 11:00-?', 'horaire'],
    [{ date: '2026-09-15', start: '9h', end: '11h', recurrence: 'hebdomadaire' }, 'w1:2 2026-09-15..2027-08-31 09:00-11:00', ''],
    [{ date: '2016-01-30', start: '', end: '', recurrence: 'ponctuelle, du 2016-01-30 au 2016-01-31' }, 'd:2027-01-30,2027-01-31 ?-?', 'horaire'],
    [{ date: 'mardi', start: '', end: '16:00', recurrence: 'hebdo' }, 'w1:2 year ?-16:00', 'horaire'],
  ])('%j', (cells, planned, missing) => {
    const { when, tellings } = readWhen(cells, context);
    expect(compact(when)).toBe(planned);
    expect([...new Set(tellings.missing.map(({ about }) => about))].join(' ')).toBe(missing);
  }); // prettier-ignore

  it('takes a period and a moment from the notes, and says so', () => {
    const cells = { date: 'mardi', start: '', end: '', recurrence: 'hebdomadaire' };
    const notes = 'matinée; trimestre octobre-décembre 2018';
    const { when, tellings } = readWhen({ ...cells, notes }, context);
    expect(compact(when)).toBe('w1:2 2026-10-01..2026-12-31 09:30-11:00');
    expect(tellings.proposed[0]?.text).toBe('d’après les remarques : « trimestre octobre-décembre 2018 », « matinée »');
  });
});

describe('properties', () => {
  const word = fc.constantFrom(
    ...'mardi jeudi un deux sur 9h30 11h - à de du au 2026 08/03/2024 3 décembre mars hors vacances scolaires 1er 3e et , ; ( ) mois par semaine tous les sauf août jusqu’au'.split(' '), // prettier-ignore
  );
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word).map((words) => words.join(' ')),
  );

  it('never throws, and keeps a start before an end', () => {
    fc.assert(
      fc.property(cell, cell, cell, cell, fc.boolean(), (date, start, end, recurrence, moved) => {
        const year = moved ? readSchoolYear('2026-2027') : null;
        const { when } = readWhen(
          { date, start, end, recurrence, notes: date },
          { kind: null, year, today: '2026-11-22' },
        );
        if (when.start && when.end) expect(when.start < when.end).toBe(true);
        if (when.term) expect(when.term.first <= when.term.last).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
