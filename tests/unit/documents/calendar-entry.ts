import type { CalendarEntry } from '#app/documents/ical-event.ts';

/** A plain entry of 24 November 2026, 9:30 to 11:00 in Paris, changed as the test wishes. */
export function anEntry(changes: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: 'seance-0c6e7a52@ribambelle.example',
    startsAt: new Date('2026-11-24T08:30:00Z'),
    endsAt: new Date('2026-11-24T10:00:00Z'),
    zone: 'Europe/Paris',
    summary: 'Atelier d’éveil – Maison de l’enfance',
    description: 'Peinture au sol.\nhttps://relais.example/seances/1',
    location: '12 rue des Lilas, 80000 Amiens',
    geo: { latitude: 49.894067, longitude: 2.295753 },
    categories: ['Atelier', 'Maison de l’enfance'],
    url: 'https://relais.example/seances/1',
    status: 'CONFIRMED',
    private: false,
    sequence: 0,
    modifiedAt: new Date('2026-11-20T12:00:00Z'),
    ...changes,
  };
}

export const HEAD = {
  name: 'Relais Nord; Amiens, « les petits »',
  description: 'Ateliers, réunions',
  prodId: '-//Ribambelle//Agenda//FR',
  color: 'teal',
  zone: 'Europe/Paris',
};

/** The content lines, still folded; a test that reads octets looks here. */
export function physicalLines(text: string): string[] {
  return text.split('\r\n').slice(0, -1);
}
