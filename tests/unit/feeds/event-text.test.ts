import { describe, expect, it } from 'vitest';
import { icalContentHash, renderEvent } from '#app/documents/ical-event.ts';
import { enrollmentEntry, sessionEntry, type SessionSource } from '#app/feeds/event-text.ts';

const APP_URL = 'https://relais.example';
const source: SessionSource = {
  id: '5e9d7c1e-0000-4000-8000-000000000001',
  collectiviteId: 'c',
  relaisId: 'r',
  siteId: 's',
  kind: 'ATELIER',
  cancelled: false,
  startsAt: new Date('2026-11-24T08:30:00Z'),
  endsAt: new Date('2026-11-24T10:00:00Z'),
  zone: 'Europe/Paris',
  title: 'Peinture au sol',
  theme: null,
  description: 'On salit tout.',
  audience: 'assistantes maternelles',
  bring: 'Un tablier',
  ageMinMonths: 3,
  ageMaxMonths: 48,
  relaisName: 'Relais Nord',
  relaisPhone: '03 22 00 00 00',
  siteKind: 'PLACE',
  siteName: 'Maison de l’enfance',
  siteAddress: '12 rue des Lilas',
  siteAccess: 'Sonnez au portail bleu.',
  commune: 'Amiens',
  latitude: 49.89,
  longitude: 2.29,
};
const hers = { id: 'e1', sessionId: source.id, personId: 'p', state: 'CONFIRMED', children: 2 } as const;

describe('a session', () => {
  it('tells what, where, for whom, what to bring, whom to call, and ends with its link', () => {
    const entry = sessionEntry(source, APP_URL);
    expect(entry).toMatchObject({
      uid: `seance-${source.id}@agenda.ribambelle.example`,
      summary: 'Peinture au sol – Maison de l’enfance',
      location: 'Maison de l’enfance, 12 rue des Lilas, Amiens',
      geo: { latitude: 49.89, longitude: 2.29 },
      categories: ['Atelier d’éveil', 'Maison de l’enfance'],
      url: `${APP_URL}/seances/${source.id}`,
      status: 'CONFIRMED',
      private: false,
    });
    expect(entry.description.split('\n')).toEqual([
      'Atelier d’éveil.',
      'On salit tout.',
      'Pour : assistantes maternelles',
      'Âge des enfants : 3 mois à 4 ans',
      'À prévoir : Un tablier',
      'Relais Nord, 03 22 00 00 00',
      `${APP_URL}/seances/${source.id}`,
    ]);
  });

  it('takes the theme of its date, and no address where there is none', () => {
    const remote = { ...source, theme: 'Le sommeil', siteKind: 'REMOTE', siteName: 'À distance' } as const;
    const entry = sessionEntry(remote, APP_URL);
    expect(entry).toMatchObject({ summary: 'Le sommeil – À distance', location: 'À distance' });
    expect(entry.geo).toBeUndefined();
    expect(sessionEntry({ ...source, siteAddress: '80000 Amiens' }, APP_URL).location).not.toMatch(/Amiens.*Amiens/);
  });

  it('shortens a long description by whole characters', () => {
    const { description } = sessionEntry({ ...source, description: '🎨'.repeat(2000) }, APP_URL);
    expect(description).toContain(`${'🎨'.repeat(600)}…\n`);
    expect([...description].filter((character) => character === '🎨')).toHaveLength(600);
  });
});

describe('a place', () => {
  it('is the session, with those she brings', () => {
    const entry = enrollmentEntry(source, hers, APP_URL);
    expect(entry).toMatchObject({
      uid: 'inscription-e1@agenda.ribambelle.example',
      status: 'CONFIRMED',
      private: true,
    });
    expect(entry.description).toMatch(/^Vous venez avec 2 enfants\.\n/);
    expect(enrollmentEntry(source, { ...hers, children: 1 }, APP_URL).description).toMatch(/1 enfant\./);
  });

  it('takes no time while she waits, and that alone is printed again', () => {
    const stamps = { sequence: 0, modifiedAt: new Date('2026-11-22T08:00:00Z') };
    const waiting = { ...enrollmentEntry(source, { ...hers, state: 'WAITING' }, APP_URL), ...stamps };
    expect(renderEvent(waiting)).toContain('\r\nTRANSP:TRANSPARENT\r\n');
    const { transparent, ...opaque } = waiting;
    expect(transparent).toBe(true);
    expect(renderEvent(opaque)).toContain('\r\nTRANSP:OPAQUE\r\n');
    expect(icalContentHash(opaque)).not.toBe(icalContentHash(waiting));
  });

  it('is cancelled with its session, whatever it was', () => {
    for (const state of ['CANCELLED', 'WAITING', 'CONFIRMED'] as const) {
      const entry = enrollmentEntry({ ...source, cancelled: true }, { ...hers, state }, APP_URL);
      expect(entry).toMatchObject({ status: 'CANCELLED', summary: 'Peinture au sol – Maison de l’enfance' });
      expect(entry.description).toMatch(/^Cette séance est annulée\.\nAtelier/);
    }
  });
});
