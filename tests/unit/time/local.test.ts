import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromLocal, localDate, localTime, startOfDay, toLocal, wallOf } from '#app/time/local.ts';

const PARIS = 'Europe/Paris';

describe('local time (rule 7)', () => {
  it('keeps 9:30 at 9:30 in winter and in summer', () => {
    expect(fromLocal({ date: '2026-10-24', time: '09:30' }, PARIS).toISOString()).toBe('2026-10-24T07:30:00.000Z');
    expect(fromLocal({ date: '2026-10-26', time: '09:30' }, PARIS).toISOString()).toBe('2026-10-26T08:30:00.000Z');
    expect(fromLocal({ date: '2027-03-27', time: '09:30' }, PARIS).toISOString()).toBe('2027-03-27T08:30:00.000Z');
    expect(fromLocal({ date: '2027-03-29', time: '09:30' }, PARIS).toISOString()).toBe('2027-03-29T07:30:00.000Z');
  });

  it('reads a time jumped over with the offset before, a doubled one as the first', () => {
    const gap = fromLocal({ date: '2026-03-29', time: '02:30' }, PARIS);
    expect(gap.toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(localTime(gap, PARIS)).toBe('03:30');
    const doubled = fromLocal({ date: '2026-10-25', time: '02:30' }, PARIS);
    expect(doubled.toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('gives the local date around midnight', () => {
    expect(localDate(new Date('2026-11-23T22:59:59.999Z'), PARIS)).toBe('2026-11-23');
    expect(wallOf(new Date('2026-11-23T23:00:00Z'), PARIS)).toEqual({ date: '2026-11-24', time: '00:00' });
    expect(localDate(new Date('2026-11-23T21:00:00Z'), 'Indian/Reunion')).toBe('2026-11-24');
    expect(startOfDay('2026-10-25', PARIS).toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDay('2026-10-26', PARIS).toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(toLocal(new Date('2026-11-24T08:30:00Z'), PARIS).toString()).toBe('2026-11-24T09:30:00+01:00[Europe/Paris]');
  });

  it('refuses what is no date, time or zone', () => {
    expect(() => fromLocal({ date: '2026-02-30', time: '09:30' }, PARIS)).toThrow(RangeError);
    expect(() => fromLocal({ date: '2026-02-03', time: '25:30' }, PARIS)).toThrow(RangeError);
    expect(() => localDate(new Date(Number.NaN), PARIS)).toThrow(RangeError);
    expect(() => localDate(new Date(0), 'Europe/Amiens')).toThrow(RangeError);
  });

  it('agrees with Temporal at any instant of any zone, and comes back outside the doubled hour', () => {
    const zones = fc.constantFrom(PARIS, 'Indian/Reunion', 'America/Cayenne', 'Pacific/Noumea', 'America/New_York');
    // Until 2034: ten years ahead of the clock, the polyfill misses a change by its very minute.
    const minutes = fc.integer({ min: 0, max: 64 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const zoned = toLocal(instant, zone);
        const wall = wallOf(instant, zone);
        expect(`${wall.date}T${wall.time}`).toBe(zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }));
        const back = fromLocal(wall, zone).getTime();
        expect([0, 3_600_000]).toContain(instant.getTime() - back);
      }),
    );
  });
});
