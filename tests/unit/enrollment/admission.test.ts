import { describe, expect, it } from 'vitest';
import { KIND_DEFAULTS, type BookingRules } from '#app/catalog/booking-rules.ts';
import { admit, mayBookFrom, type Asked, type Meeting, type Person } from '#app/enrollment/admission.ts';

const now = new Date('2026-11-20T10:00:00Z');
const rules = (more: Partial<BookingRules> = {}): BookingRules => ({ ...KIND_DEFAULTS.ATELIER, ...more });
const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  state: 'PUBLISHED',
  startsAt: new Date('2026-11-24T08:30:00Z'),
  opensAt: null,
  closesAt: new Date('2026-11-23T17:00:00Z'),
  othersFrom: null,
  ageMinMonths: null,
  ageMaxMonths: null,
  ceilings: { adults: 12, children: 20, persons: null },
  rules: rules(),
  ...more,
});
const nadia: Person = {
  kind: 'ASSISTANTE_MATERNELLE',
  active: true,
  tie: 'HOME',
  agrement: { children: 4, underThree: 3 },
  reglementAccepted: true,
};
const child = (ageMonths: number | null, own = false): Asked['children'][number] => ({
  childId: null,
  own,
  ageMonths,
  fromMonths: ageMonths ?? 18,
  untilMonths: (ageMonths ?? 35) + 1,
});
const bringing = (...children: Asked['children'][number][]): Asked => ({ children, declared: [] });
const code = (m: Meeting, p: Person, a: Asked, onBehalf = false, at = now) => {
  const admission = admit(m, p, a, at, onBehalf);
  return admission.admitted ? admission.reasons.join(',') || 'ok' : admission.refusal.code;
};

describe('admission', () => {
  it.each<[string, Meeting, Person, Asked, string]>([
    ['with two children', meeting(), nadia, bringing(child(14), child(24)), 'ok'],
    ['cancelled', meeting({ state: 'CANCELLED' }), nadia, bringing(child(14)), 'SESSION_CANCELLED'],
    ['begun', meeting({ startsAt: now }), nadia, bringing(child(14)), 'STARTED'],
    ['closed to the second', meeting({ closesAt: now }), nadia, bringing(child(14)), 'CLOSED'],
    [
      'not yet open',
      meeting({ opensAt: new Date('2026-11-21T08:00:00Z') }),
      nadia,
      bringing(child(14)),
      'NOT_YET_OPEN',
    ],
    ['by name', meeting({ rules: rules({ mode: 'BY_NAME' }) }), nadia, bringing(child(14)), 'BY_NAME'],
    ['free access', meeting({ rules: rules({ mode: 'FREE' }) }), nadia, bringing(child(14)), 'FREE_ACCESS'],
    ['on request', meeting({ rules: rules({ mode: 'ON_REQUEST' }) }), nadia, bringing(child(14)), 'ON_REQUEST'],
    ['no file', meeting(), { ...nadia, kind: null }, bringing(child(14)), 'NO_FILE'],
    ['ceased', meeting(), { ...nadia, active: false }, bringing(child(14)), 'NOT_ACTIVE'],
    ['a candidate at an atelier', meeting(), { ...nadia, kind: 'CANDIDATE' }, bringing(child(14)), 'WRONG_KIND'],
    ['règlement not accepted', meeting(), { ...nadia, reglementAccepted: false }, bringing(child(14)), 'REGLEMENT'],
    ['no child', meeting(), nadia, bringing(), 'CHILDREN_NEEDED'],
    [
      'children at a réunion',
      meeting({ rules: KIND_DEFAULTS.REUNION }),
      nadia,
      bringing(child(14)),
      'CHILDREN_NOT_WELCOME',
    ],
    [
      'too many',
      meeting({ rules: rules({ children: { welcome: 'REQUIRED', perAdult: 2 } }) }),
      nadia,
      bringing(child(14), child(14), child(14)),
      'TOO_MANY_CHILDREN',
    ],
    ['too old', meeting({ ageMaxMonths: 36 }), nadia, bringing(child(40)), 'AGE'],
    ['too young', meeting({ ageMinMonths: 18 }), nadia, bringing(child(3)), 'AGE'],
    ['just the age', meeting({ ageMinMonths: 18, ageMaxMonths: 36 }), nadia, bringing(child(18), child(36)), 'ok'],
    ['a band that may fit', meeting({ ageMinMonths: 24 }), nadia, bringing(child(null)), 'ok'],
    [
      'never fits',
      meeting({ ceilings: { adults: 12, children: 1, persons: null } }),
      nadia,
      bringing(child(14), child(14)),
      'NEVER_FITS',
    ],
  ])('%s', (_, m, p, a, expected) => {
    expect(code(m, p, a)).toBe(expected);
  });

  it('asks for each condition to be declared', () => {
    const m = meeting({ rules: rules({ conditions: [{ code: 'vaccins', words: 'Les enfants sont vaccinés' }] }) });
    expect(code(m, nadia, bringing(child(14)))).toBe('CONDITION');
    expect(code(m, nadia, { ...bringing(child(14)), declared: ['vaccins'] })).toBe('ok');
  });

  it.each<[Person['tie'], 'HOME' | 'MEMBERS' | 'ALL', string]>([
    ['HOME', 'HOME', 'ok'],
    ['MEMBER', 'HOME', 'NOT_FROM_HERE'],
    ['MEMBER', 'MEMBERS', 'ok'],
    ['OTHER', 'MEMBERS', 'NOT_FROM_HERE'],
    ['OTHER', 'ALL', 'ok'],
  ])('tie %s where %s may book: %s', (tie, from, expected) => {
    const who = { ...KIND_DEFAULTS.ATELIER.who, from };
    expect(code(meeting({ rules: rules({ who }) }), { ...nadia, tie }, bringing(child(14)))).toBe(expected);
  });

  it('lets others in from their own opening', () => {
    const who = { ...KIND_DEFAULTS.ATELIER.who, from: 'HOME' as const, othersFrom: { type: 'always' as const } };
    const later = meeting({ rules: rules({ who }), othersFrom: new Date('2026-11-22T08:00:00Z') });
    const stranger: Person = { ...nadia, tie: 'OTHER' };
    expect(code(later, stranger, bringing(child(14)))).toBe('OTHERS_NOT_YET');
    expect(code(later, stranger, bringing(child(14)), false, new Date('2026-11-22T08:00:00Z'))).toBe('ok');
  });

  it('lets the other kinds in from their own opening, never before that of where they come from', () => {
    const [sunday, monday] = [new Date('2026-11-22T08:00:00Z'), new Date('2026-11-23T08:00:00Z')];
    const always = { type: 'always' as const };
    const who = { ...KIND_DEFAULTS.ATELIER.who, kinds: ['ASSISTANTE_MATERNELLE' as const], otherKindsFrom: always };
    const later = meeting({ rules: rules({ who }), otherKindsFrom: sunday });
    const nanny: Person = { ...nadia, kind: 'GARDE_A_DOMICILE' };
    const at = (m: Meeting, p: Person, instant?: Date) => code(m, p, bringing(child(14)), false, instant);
    expect(at(later, nadia)).toBe('ok');
    expect([at(later, nanny), at(later, nanny, sunday)]).toEqual(['KIND_NOT_YET', 'ok']);
    expect(mayBookFrom(later, nanny, now)).toEqual(sunday);
    expect(at(meeting({ rules: rules({ who }) }), nanny)).toBe('ok');
    const both = { ...who, from: 'HOME' as const, othersFrom: always };
    const strict = meeting({ rules: rules({ who: both }), otherKindsFrom: sunday, othersFrom: monday });
    expect(at(strict, { ...nanny, tie: 'OTHER' }, sunday)).toBe('OTHERS_NOT_YET');
    expect(at({ ...strict, othersFrom: now }, { ...nanny, tie: 'OTHER' })).toBe('KIND_NOT_YET');
    expect(at({ ...strict, rules: rules({ who: { ...both, othersFrom: null } }) }, { ...nanny, tie: 'OTHER' })).toBe(
      'NOT_FROM_HERE',
    );
  });

  it('"18 mois à 3 ans" takes the band of that name, not its neighbours', () => {
    const toddlers = meeting({ ageMinMonths: 18, ageMaxMonths: 36 });
    const band = (fromMonths: number, untilMonths: number) =>
      code(toddlers, nadia, bringing({ childId: null, own: false, ageMonths: null, fromMonths, untilMonths }));
    expect([band(0, 18), band(18, 36), band(36, 72)]).toEqual(['AGE', 'ok', 'AGE']);
  });

  it('binds staff by none of window, audience, règlement', () => {
    const shut = meeting({ closesAt: new Date('2026-11-19T10:00:00Z'), rules: rules({ mode: 'BY_NAME' }) });
    expect(code(shut, { ...nadia, reglementAccepted: false, kind: 'PARTICIPANT' }, bringing(child(14)), true)).toBe(
      'ok',
    );
  });
});

describe('rule 3: the agrément makes a demande, never a refusal', () => {
  const welcoming = (n: number, age: number) => bringing(...Array.from({ length: n }, () => child(age)));
  const many = meeting({ rules: rules({ children: { welcome: 'REQUIRED', perAdult: null } }) });

  it.each<[string, Person, Asked, string]>([
    ['as many as the agrément', nadia, welcoming(4, 40), 'ok'],
    ['one more', nadia, welcoming(5, 40), 'BEYOND_AGREMENT'],
    [
      'her own are not welcomed children',
      nadia,
      bringing(child(40), child(40), child(40), child(40), child(50, true)),
      'ok',
    ],
    ['too many under 3', nadia, welcoming(4, 20), 'BEYOND_AGREMENT_UNDER_THREE'],
    [
      'at most 4 under 3, own included',
      { ...nadia, agrement: { children: 4, underThree: null } },
      bringing(child(10), child(10), child(10), child(10), child(10, true)),
      'BEYOND_AGREMENT_UNDER_THREE',
    ],
    [
      'at most 6 under 11, own included',
      nadia,
      bringing(child(40), child(40), child(40), child(40), child(100, true), child(90, true), child(80, true)),
      'BEYOND_ELEVEN',
    ],
    ['no valid agrément', { ...nadia, agrement: null }, welcoming(1, 20), 'NO_AGREMENT'],
    ['a nanny has none', { ...nadia, kind: 'GARDE_A_DOMICILE', agrement: null }, welcoming(5, 20), 'ok'],
  ])('%s', (_, person, asked, expected) => {
    expect(code(many, person, asked)).toBe(expected);
  });
});

describe('relais invited, and communes', () => {
  const [boves, amiens] = ['b0000000-0000-4000-8000-000000000000', 'a0000000-0000-4000-8000-000000000000'];
  const later = new Date('2026-11-21T08:00:00Z');
  const guests = (opensAt: Date | null) => [{ relaisId: boves, name: 'Boves', opensAt }];
  const who = (from: BookingRules['who']['from'], more: Partial<BookingRules['who']> = {}) =>
    rules({ who: { kinds: ['ASSISTANTE_MATERNELLE'], from, othersFrom: null, ...more } });
  const invited: Person = { ...nadia, tie: 'OTHER', guestOf: [boves] };
  const stranger: Person = { ...nadia, tie: 'OTHER' };

  it.each<[string, Meeting, Person, string]>([
    ['invited, when the host may', meeting({ rules: who('MEMBERS'), guests: guests(null) }), invited, 'ok'],
    ['invited, by the home relais alone', meeting({ rules: who('HOME'), guests: guests(null) }), invited, 'ok'],
    ['invited, too early', meeting({ rules: who('MEMBERS'), guests: guests(later) }), invited, 'GUEST_NOT_YET'],
    ['invited, from now', meeting({ rules: who('MEMBERS'), guests: guests(now) }), invited, 'ok'],
    ['not invited', meeting({ rules: who('MEMBERS'), guests: guests(null) }), stranger, 'NOT_FROM_HERE'],
    ['of the host too', meeting({ rules: who('MEMBERS'), guests: guests(later) }), { ...invited, tie: 'MEMBER' }, 'ok'],
    [
      'open to all, yet her relais waits',
      meeting({ rules: who('ALL'), guests: guests(later) }),
      invited,
      'GUEST_NOT_YET',
    ],
    ['open to all', meeting({ rules: who('ALL'), guests: guests(later) }), stranger, 'ok'],
    [
      'open to others before her own relais',
      meeting({ rules: who('MEMBERS', { othersFrom: { type: 'always' } }), guests: guests(later) }),
      invited,
      'ok',
    ],
    [
      'in a named commune',
      meeting({ rules: who('COMMUNES', { communeIds: [amiens] }) }),
      { ...stranger, communeId: amiens },
      'ok',
    ],
    [
      'in another commune',
      meeting({ rules: who('COMMUNES', { communeIds: [amiens] }) }),
      { ...nadia, communeId: boves },
      'NOT_FROM_HERE',
    ],
    ['without commune', meeting({ rules: who('COMMUNES', { communeIds: [amiens] }) }), nadia, 'NOT_FROM_HERE'],
  ])('%s', (_, m, person, expected) => expect(code(m, person, bringing(child(14)))).toBe(expected));

  it.each<[string, Meeting, Person, Date | null]>([
    ['now', meeting(), nadia, now],
    ['when it opens', meeting({ opensAt: later }), nadia, later],
    ['when her relais may', meeting({ rules: who('MEMBERS'), guests: guests(later) }), invited, later],
    ['never: not from here', meeting({ rules: who('MEMBERS') }), stranger, null],
    ['never: closed', meeting({ closesAt: now }), nadia, null],
    ['never: by name', meeting({ rules: rules({ mode: 'BY_NAME' }) }), nadia, null],
    ['never: another trade', meeting(), { ...nadia, kind: 'CANDIDATE' }, null],
  ])('may book from %s', (_, m, person, from) => expect(mayBookFrom(m, person, now)).toEqual(from));
});
