import { expect, test } from 'vitest';

import { announcementMail, datesInWords, openingInWords } from '#app/enrollment/announcement-mail.ts';
import { termAsked } from '#app/enrollment/term-asked.ts';

const zone = 'Europe/Paris';
const now = new Date('2026-11-22T08:00:00Z');
const relais = { name: 'Relais Nord', phone: null, email: null };

/** At 9:30 in Paris, in winter. */
function session(activityId: string, date: string, from: string, title = 'Éveil', place = 'Salle des fêtes') {
  const startsAt = new Date(`${date}T08:30:00Z`);
  const endsAt = new Date(`${date}T10:00:00Z`);
  const meeting = {
    id: `${activityId}-${date}`,
    activityId,
    title,
    startsAt,
    endsAt,
    zone,
    site: { name: place },
    relais,
  };
  return { meeting, from: new Date(from) };
}

const NAMES = new Map([
  ['a', 'Ateliers d’éveil'],
  ['b', 'Baby gym'],
]);
const OPEN = '2026-11-22T08:00:00Z';
const LATER = '2026-11-26T08:00:00Z';

test('nothing to book, no mail', () => expect(announcementMail([], NAMES, now)).toBeNull());

test('one activity: a line each session, by date, the first thirty', () => {
  const days = Array.from({ length: 31 }, (_, i) => `2026-12-${String(31 - i).padStart(2, '0')}`);
  const mail = announcementMail(
    days.map((day) => session('a', day, OPEN)),
    NAMES,
    now,
  );
  expect(mail?.props).toMatchObject({ what: 'Éveil', more: 1 });
  expect(mail?.props.total).toBeUndefined();
  expect(mail?.props.sessions).toHaveLength(30);
  expect(mail?.props.sessions[0]).toEqual({
    sessionId: 'a-2026-12-01',
    title: 'Éveil',
    when: 'mardi 1er décembre, 9 h 30 – 11 h',
    place: 'Salle des fêtes',
    opening: 'ouvertes maintenant',
  });
});

test('one activity under several themes is told by its number of sessions', () => {
  const sessions = [session('a', '2026-12-01', OPEN, 'Peinture'), session('a', '2026-12-08', OPEN, 'Musique')];
  expect(announcementMail(sessions, NAMES, now)?.props.what).toBe('2 séances');
});

test('several activities: a line each, however many sessions they have', () => {
  const sessions = [
    session('b', '2026-12-04', LATER),
    session('a', '2026-12-01', OPEN, 'Peinture'),
    session('a', '2026-12-08', OPEN, 'Musique', 'Gymnase'),
  ];
  expect(announcementMail(sessions, NAMES, now)?.props).toEqual({
    relais,
    what: '2 activités',
    more: 0,
    total: 3,
    sessions: [
      {
        sessionId: 'a-2026-12-01',
        title: 'Ateliers d’éveil',
        when: '2 dates, du mardi 1er décembre au mardi 8 décembre',
        place: 'Salle des fêtes ou Gymnase',
        opening: 'ouvertes maintenant',
      },
      {
        sessionId: 'b-2026-12-04',
        title: 'Baby gym',
        when: 'vendredi 4 décembre, 9 h 30 – 11 h',
        place: 'Salle des fêtes',
        opening: 'à partir du jeudi 26 novembre, 9 h',
      },
    ],
  });
});

test.each<[string, string[], string]>([
  ['open', [OPEN, OPEN], 'ouvertes maintenant'],
  ['the same later', [LATER, LATER], 'à partir du jeudi 26 novembre, 9 h'],
  [
    'each in its turn',
    ['2026-12-03T08:00:00Z', LATER],
    'à partir du jeudi 26 novembre, 9 h pour la première date, plus tard pour les autres',
  ],
  ['some open', [OPEN, LATER], 'ouvertes maintenant pour 1 date, ensuite à partir du jeudi 26 novembre, 9 h'],
])('openings: %s', (_, instants, words) => {
  expect(
    openingInWords(
      instants.map((one) => new Date(one)),
      zone,
      now,
    ),
  ).toBe(words);
});

test('no date at all', () => expect(datesInWords([])).toBe('aucune date'));

test.each([
  ['', { relais: null, activityIds: null, ownOnly: false }],
  ['relais=nord', { relais: 'nord', activityIds: null, ownOnly: false }],
  ['relais=nord&choix=fait&a=relais', { relais: 'nord', activityIds: [], ownOnly: true }],
  ['activite=x&activite=y&a=toutes', { relais: null, activityIds: ['x', 'y'], ownOnly: false }],
])('the address « %s »', (query, asked) => expect(termAsked(new URLSearchParams(query))).toEqual(asked));
