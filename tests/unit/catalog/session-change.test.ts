import { describe, expect, it } from 'vitest';

import {
  changedSession,
  differences,
  isHeldOtherwise,
  isMoved,
  isTold,
  shiftOf,
  type SessionFacts,
} from '#app/catalog/session-change.ts';
import { endDateOf } from '#app/catalog/session-hours.ts';
import { changeFrom, editOf } from '#app/enrollment/session-edit.ts';
import { readEdit } from '#app/enrollment/session-edit.schema.server.ts';

const zone = 'Europe/Paris';
const site = '7b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b';

const facts: SessionFacts = {
  ...{ id: 'a', state: 'PUBLISHED', siteId: site, theme: null, audience: null, bring: 'Bottes', ageMinMonths: null },
  ...{ ageMaxMonths: 36, maxAdults: 8, maxChildren: null, prepMinutes: 15, tidyMinutes: 0 },
  startsAt: new Date('2027-03-23T08:30:00Z'),
  endsAt: new Date('2027-03-23T10:00:00Z'),
  animatorIds: ['lea'],
  intervenants: [{ personId: 'marc', state: 'DECLINED' }],
};

describe('changedSession', () => {
  it('keeps the hour on the wall across the change of time', () => {
    const shift = shiftOf(facts, { date: '2027-03-30' }, zone);
    expect(shift).toBe(7);
    expect(changedSession(facts, { date: '2027-03-30' }, shift, zone)).toMatchObject({
      startsAt: new Date('2027-03-30T07:30:00Z'),
      endsAt: new Date('2027-03-30T09:00:00Z'),
    });
  });

  it('ends at night on the next day, refuses an end before its start', () => {
    const evening = changedSession(facts, { from: '22:00', until: '00:30' }, 0, zone);
    expect(evening?.endsAt).toEqual(new Date('2027-03-23T23:30:00Z'));
    expect(changedSession(facts, { from: '11:30' }, 0, zone)).toBeNull();
    expect(endDateOf({ date: '2027-01-01', from: '09:00', until: '09:00' })).toBeNull();
  });

  it('asks again one who had declined, keeps who had accepted', () => {
    const accepted = { ...facts, intervenants: [{ personId: 'marc', state: 'ACCEPTED' as const }] };
    const again = { intervenants: [{ personId: 'marc' }] };
    expect(changedSession(facts, again, 0, zone)?.intervenants).toEqual([{ personId: 'marc', state: 'PROPOSED' }]);
    expect(changedSession(accepted, again, 0, zone)?.intervenants).toEqual([{ personId: 'marc', state: 'ACCEPTED' }]);
  });

  it('tells what differs, what moves, what is told and what is held otherwise', () => {
    const of = (change: Parameters<typeof changedSession>[1]) =>
      differences(facts, changedSession(facts, change, 0, zone) ?? facts);
    expect(of({})).toEqual([]);
    expect(of({ bring: 'Bottes', maxAdults: 8 })).toEqual([]);
    expect(of({ from: '09:00', theme: 'Pluie', maxAdults: null })).toEqual(['time', 'theme', 'ceilings']);
    expect([isMoved(of({ from: '09:00' })), isMoved(of({ theme: 'Pluie' }))]).toEqual([true, false]);
    expect([isTold(of({ bring: null })), isTold(of({ maxAdults: 9 }))]).toEqual([true, false]);
    expect([isHeldOtherwise(of({ prepMinutes: 0 })), isHeldOtherwise(of({ bring: null }))]).toEqual([true, false]);
  });
});

describe('the form of a session', () => {
  const form = (more: Readonly<Record<string, string>> = {}) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(editOf({ ...facts, animatorIds: [site] }, zone))) {
      for (const one of [value].flat()) if (typeof one === 'string') data.append(name, one);
    }
    for (const [name, value] of Object.entries(more)) data.set(name, value);
    return data;
  };

  it('posted as it is shown changes nothing; only what differs is a change', () => {
    const has = { ...facts, animatorIds: [site] };
    const read = readEdit(form());
    expect(read.ok && changeFrom(has, read.edit.said, zone)).toEqual({});
    const edited = readEdit(form({ theme: 'Pluie', a: '11:30', enfants: '12', bring: '' }));
    expect(edited.ok && changeFrom(has, edited.edit.said, zone)).toEqual({
      theme: 'Pluie',
      until: '11:30',
      maxChildren: 12,
    });
  });

  it('gives back what was typed with what is wrong', () => {
    const read = readEdit(form({ date: 'demain', adultes: 'huit', motif: 'Travaux' }));
    expect(read.ok ? [] : read.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['date', 'Écrivez une date qui existe.'],
      ['adultes', 'Écrivez un nombre, ou rien.'],
    ]);
    expect(read.typed).toMatchObject({ date: 'demain', adultes: 'huit', motif: 'Travaux' });
  });
});
