import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, it } from 'vitest';
import { renderInvitation, type Invitation } from '#app/documents/ical-invitation.ts';
import { anEntry } from './calendar-entry.ts';

const invitation: Invitation = {
  method: 'REQUEST',
  entry: anEntry({ uid: 'inscription-1@x', sequence: 1 }),
  organizer: { name: 'Relais "Nord"; Amiens', email: 'relais@demo.ribambelle.example' },
  attendee: { name: 'Nadia Morel\r\nX-EVIL:1', email: 'nadia.morel@demo.ribambelle.example' },
  prodId: '-//Ribambelle//Agenda//FR',
};

function read(changes: Partial<Invitation> = {}) {
  const text = renderInvitation({ ...invitation, ...changes }) ?? '';
  const calendar = ICAL.Component.fromString(text);
  const event = calendar.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { text, calendar, event };
}

describe('invitations', () => {
  it('ask for nothing: already accepted, no answer wished', () => {
    const { calendar, event, text } = read();
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    const attendee = event.getFirstProperty('attendee');
    expect(attendee?.getParameter('partstat')).toBe('ACCEPTED');
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:nadia.morel@demo.ribambelle.example');
    expect(attendee?.getParameter('cn')).toBe('Nadia Morel X-EVIL:1');
    const organizer = event.getFirstProperty('organizer');
    expect(organizer?.getParameter('cn')).toBe('Relais ’Nord’; Amiens');
    expect(organizer?.getFirstValue()).toBe('mailto:relais@demo.ribambelle.example');
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Paris');
    expect(text).toContain('STATUS:CONFIRMED\r\n');
    const other = Object.values(nodeIcal.sync.parseICS(text)).find((part) => part?.type === 'VEVENT');
    expect(other?.type === 'VEVENT' && other.start.getTime()).toBe(invitation.entry.startsAt.getTime());
  });

  it('are withdrawn with the same UID, organizer and attendee', () => {
    const request = read();
    const cancel = read({ method: 'CANCEL', entry: { ...invitation.entry, sequence: 2 } });
    expect(cancel.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(cancel.event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(cancel.event.getFirstPropertyValue('sequence')).toBe(2);
    for (const name of ['uid', 'organizer', 'attendee', 'summary']) {
      expect(cancel.event.getFirstProperty(name)?.toICALString()).toBe(
        request.event.getFirstProperty(name)?.toICALString(),
      );
    }
  });

  it('are refused like the event they carry', () => {
    expect(renderInvitation({ ...invitation, entry: anEntry({ endsAt: anEntry().startsAt }) })).toBeNull();
  });
});
