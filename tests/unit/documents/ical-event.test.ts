import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarHead, joinCalendar } from '#app/documents/ical-calendar.ts';
import { icalContentHash, renderEvent, type CalendarEntry } from '#app/documents/ical-event.ts';
import { cleanText, oneLine } from '#app/documents/ical-text.ts';
import { fromLocal } from '#app/time/local.ts';
import { anEntry, HEAD, physicalLines } from './calendar-entry.ts';

/** What two independent parsers read of one entry put into a feed. */
function read(entry: CalendarEntry) {
  const text = renderEvent(entry);
  if (text === null) throw new Error('refused');
  const feed = joinCalendar(calendarHead({ ...HEAD, zone: entry.zone }), entry.zone, [text]);
  const component = ICAL.Component.fromString(feed);
  const zone = component.getFirstSubcomponent('vtimezone');
  if (zone) ICAL.TimezoneService.register(zone);
  const vevent = component.getFirstSubcomponent('vevent');
  if (!vevent) throw new Error('no event');
  const other = Object.values(nodeIcal.sync.parseICS(feed)).find((part) => part?.type === 'VEVENT');
  if (other?.type !== 'VEVENT') throw new Error('no event for node-ical');
  return { text, feed, vevent, event: new ICAL.Event(vevent), other };
}

describe('one event', () => {
  it('prints every property once, local times with their zone, stamps in UTC', () => {
    expect(physicalLines(renderEvent(anEntry()) ?? '')).toEqual([
      'BEGIN:VEVENT',
      'UID:seance-0c6e7a52@ribambelle.example',
      'SEQUENCE:0',
      'DTSTAMP:20261120T120000Z',
      'DTSTART;TZID=Europe/Paris:20261124T093000',
      'DTEND;TZID=Europe/Paris:20261124T110000',
      'SUMMARY:Atelier d’éveil – Maison de l’enfance',
      'TRANSP:OPAQUE',
      'LOCATION:12 rue des Lilas\\, 80000 Amiens',
      'GEO:49.894067;2.295753',
      'DESCRIPTION:Peinture au sol.\\nhttps://relais.example/seances/1',
      'CATEGORIES:Atelier,Maison de l’enfance',
      'URL;VALUE=URI:https://relais.example/seances/1',
      'STATUS:CONFIRMED',
      'LAST-MODIFIED:20261120T120000Z',
      'CLASS:PUBLIC',
      'END:VEVENT',
    ]);
  });

  it('announces a cancelled one, which takes no time, and hides a private one', () => {
    const text = renderEvent(anEntry({ status: 'CANCELLED', private: true, summary: 'Atelier' }));
    expect(text).toContain('SUMMARY:ANNULÉ : Atelier\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT\r\n');
    expect(text).toContain('STATUS:CANCELLED\r\n');
    expect(text).toContain('CLASS:PRIVATE\r\n');
    const again = renderEvent(anEntry({ status: 'CANCELLED', summary: 'ANNULÉ : Atelier' }));
    expect(again).toContain('SUMMARY:ANNULÉ : Atelier\r\n');
  });

  it.each([
    ['end at its start', { endsAt: anEntry().startsAt }],
    ['end before its start', { endsAt: new Date('2026-11-24T08:00:00Z') }],
    ['an invalid start', { startsAt: new Date(Number.NaN) }],
    ['an invalid stamp', { modifiedAt: new Date(Number.NaN) }],
    ['no uid', { uid: ' \r\n' }],
    [
      'an end before its start on the wall',
      { startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T01:15:00Z') },
    ],
  ])('refuses %s', (_, changes) => expect(renderEvent(anEntry(changes))).toBeNull());

  it('leaves out what is empty, GEO without place included', () => {
    const bare = renderEvent(anEntry({ description: '', location: '', categories: [' '], url: '', geo: undefined }));
    expect(bare).not.toMatch(/DESCRIPTION|LOCATION|CATEGORIES|URL|GEO/);
    expect(renderEvent(anEntry({ location: '' }))).toContain('GEO:49.894067;2.295753');
    expect(renderEvent(anEntry({ geo: { latitude: Number.NaN, longitude: 1 } }))).not.toContain('GEO');
  });

  it.each(['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26'])(
    'keeps 9:30 on %s, around the changes of the clock, for both parsers',
    (date) => {
      const at = (time: string) => fromLocal({ date, time }, 'Europe/Paris');
      const { event, other, text } = read(anEntry({ startsAt: at('09:30'), endsAt: at('11:00') }));
      expect(text).toContain(`DTSTART;TZID=Europe/Paris:${date.replaceAll('-', '')}T093000`);
      expect(event.startDate.toJSDate()).toEqual(at('09:30'));
      expect(event.endDate.toJSDate()).toEqual(at('11:00'));
      expect(other.start.getTime()).toBe(at('09:30').getTime());
      expect(other.end?.getTime()).toBe(at('11:00').getTime());
    },
  );

  it('spans a change of the clock', () => {
    const [startsAt, endsAt] = [new Date('2026-10-24T20:00:00Z'), new Date('2026-10-25T04:00:00Z')];
    const { event, other } = read(anEntry({ startsAt, endsAt }));
    expect(event.startDate.toJSDate()).toEqual(startsAt);
    expect(event.endDate.toJSDate()).toEqual(endsAt);
    expect(other.end?.getTime()).toBe(endsAt.getTime());
  });

  it('carries 300-character names, emoji, commas and injections as plain text', () => {
    const summary = `Éveil, « motricité » ; \\ ${'très long nom 👩‍👧‍👦 '.repeat(18)}fin`;
    const location = 'Salle A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:pirate';
    const description = 'Un\r\nDeux\rTrois\u2028Quatre\u0000\u0007\u001b[31m\u0085END:VEVENT';
    const { event, other, text, vevent } = read(anEntry({ summary, location, description, uid: 'a\r\nX-EVIL:1' }));
    expect(event.summary).toBe(oneLine(summary));
    expect(other.summary).toBe(oneLine(summary));
    expect(event.location).toBe('Salle A END:VEVENT BEGIN:VEVENT UID:pirate');
    expect(event.description).toBe('Un\nDeux\nTrois\nQuatre[31m\nEND:VEVENT');
    expect(other.description).toBe(event.description);
    expect(text.match(/^(BEGIN|END):VEVENT\r$/gm)).toHaveLength(2);
    expect(vevent.getAllProperties('x-evil')).toHaveLength(0);
  });

  it('gives categories and address back', () => {
    const { vevent } = read(
      anEntry({ categories: ['Réunion, débat', 'Salle; B'], url: 'https://x.example/a?b=1,2;3' }),
    );
    expect(vevent.getFirstProperty('categories')?.getValues()).toEqual(['Réunion, débat', 'Salle; B']);
    expect(vevent.getFirstPropertyValue('url')).toBe('https://x.example/a?b=1%2C2%3B3');
  });
});

const nastyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', ',', ';', '\\', 'n', 'é', '👶🏽', '\u0000', '\ud83d', ' ', '"', ':'),
    maxLength: 200,
  }),
);

describe('properties of the text', () => {
  it('folds at 75 octets, whole characters, CRLF only, no control character', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (summary, description) => {
        const text = renderEvent(anEntry({ summary, description })) ?? '';
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
        for (const line of physicalLines(text)) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
      }),
    );
  });

  it('comes back from the parser as it was, once cleaned', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (summary, description) => {
        const { event } = read(anEntry({ summary, description }));
        expect(event.summary).toBe(oneLine(summary));
        expect(event.description ?? '').toBe(cleanText(description));
      }),
    );
  });
});

describe('content hash', () => {
  const hash = icalContentHash(anEntry());

  it('does not see the stamps, nor what is not printed', () => {
    expect(icalContentHash(anEntry({ sequence: 9, modifiedAt: new Date(0) }))).toBe(hash);
    expect(icalContentHash(anEntry({ summary: ' Atelier d’éveil –  Maison de l’enfance' }))).toBe(hash);
    expect(icalContentHash(anEntry({ geo: { latitude: 49.8940671, longitude: 2.2957531 } }))).toBe(hash);
  });

  it.each<Partial<CalendarEntry>>([
    { uid: 'autre' },
    { startsAt: new Date('2026-11-24T08:31:00Z') },
    { endsAt: new Date('2026-11-24T10:01:00Z') },
    { zone: 'Indian/Reunion' },
    { summary: 'autre' },
    { description: 'autre' },
    { location: 'autre' },
    { geo: undefined },
    { categories: ['Atelier'] },
    { url: 'https://autre.example' },
    { status: 'CANCELLED' },
    { private: true },
  ])('sees %j', (changes) => expect(icalContentHash(anEntry(changes))).not.toBe(hash));
});
