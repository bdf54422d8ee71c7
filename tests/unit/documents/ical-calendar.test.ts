import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { calendarHead, joinCalendar } from '#app/documents/ical-calendar.ts';
import { renderEvent } from '#app/documents/ical-event.ts';
import { CALENDAR_ZONES, timezoneText } from '#app/documents/ical-timezone.ts';
import { addDays, fromLocal } from '#app/time/local.ts';
import { anEntry, HEAD, physicalLines } from './calendar-entry.ts';

describe('a calendar', () => {
  const events = [1, 2, 3].map((n) => renderEvent(anEntry({ uid: `seance-${n}@x` })) ?? '');
  const feed = joinCalendar(calendarHead(HEAD), 'Europe/Paris', events);

  it('begins with its properties, then its zone, then its events', () => {
    const lines = physicalLines(feed);
    expect(lines.slice(0, 14)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Ribambelle//Agenda//FR',
      'CALSCALE:GREGORIAN',
      'NAME:Relais Nord\\; Amiens\\, « les petits »',
      'X-WR-CALNAME:Relais Nord\\; Amiens\\, « les petits »',
      'DESCRIPTION:Ateliers\\, réunions',
      'X-WR-CALDESC:Ateliers\\, réunions',
      'X-WR-TIMEZONE:Europe/Paris',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'COLOR:teal',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
    ]);
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(feed).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER|SOURCE)|VALARM/m);
  });

  it('is read by two parsers', () => {
    const component = ICAL.Component.fromString(feed);
    expect(component.getAllSubcomponents('vevent')).toHaveLength(3);
    expect(component.getFirstPropertyValue('description')).toBe(HEAD.description);
    const read = Object.values(nodeIcal.sync.parseICS(feed)).filter((part) => part?.type === 'VEVENT');
    expect(read).toHaveLength(3);
  });

  it('stands empty too, with a long name and a source', () => {
    const head = { ...HEAD, name: 'É'.repeat(300), source: 'https://x.example/relais/nord/agenda.ics?type=a,b' };
    const empty = joinCalendar(calendarHead(head), 'Europe/Paris', []);
    expect(ICAL.Component.fromString(empty).getFirstPropertyValue('name')).toBe(head.name);
    expect(empty).toContain('SOURCE;VALUE=URI:https://x.example/relais/nord/agenda.ics?type=a%2Cb\r\n');
    for (const line of physicalLines(empty)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('refuses what would spoil it', () => {
    expect(() => calendarHead({ ...HEAD, color: 'red\r\nX-EVIL:1' })).toThrow(RangeError);
    expect(() => joinCalendar('', 'Europe/Amiens', [])).toThrow(RangeError);
    expect(calendarHead({ ...HEAD, name: 'a\r\nMETHOD:REQUEST' })).not.toMatch(/^METHOD/m);
  });
});

describe('zones', () => {
  it.each(CALENDAR_ZONES)('%s says the same as the system, morning and evening of each day', (zone) => {
    const calendar = ICAL.Component.fromString(`BEGIN:VCALENDAR\r\n${timezoneText(zone)}END:VCALENDAR\r\n`);
    const component = calendar.getFirstSubcomponent('vtimezone');
    if (!component) throw new Error('no zone');
    const timezone = new ICAL.Timezone(component);
    for (let day = 0; day < 2 * 365; day += 1) {
      const date = addDays('2024-01-01', day);
      for (const time of ['00:30', '09:30', '22:00']) {
        const read = ICAL.Time.fromDateTimeString(`${date}T${time}:00`);
        read.zone = timezone;
        expect(read.toJSDate()).toEqual(fromLocal({ date, time }, zone));
      }
    }
  });
});
