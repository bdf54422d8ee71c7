import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedWindow, FEED_LIMITS, fitFeed, oldestListed } from '#app/feeds/window.ts';

const NOW = new Date('2026-11-22T08:00:00Z');
const HOUR = 3_600_000;

describe('the window', () => {
  it('is 60 days back and 12 months ahead, in whole local days across both changes of the clock', () => {
    expect(feedWindow(NOW, 'Europe/Paris')).toEqual({
      day: '2026-11-22',
      from: new Date('2026-09-22T22:00:00Z'),
      until: new Date('2027-11-22T23:00:00Z'),
    });
    expect(feedWindow(new Date('2026-11-22T23:30:00Z'), 'Europe/Paris').day).toBe('2026-11-23');
    expect(feedWindow(new Date('2028-02-29T12:00:00Z'), 'Europe/Paris').until).toEqual(
      new Date('2029-02-28T23:00:00Z'),
    );
  });

  it('never begins before what is rendered', () => {
    for (const zone of ['Europe/Paris', 'Pacific/Tahiti', 'Pacific/Noumea']) {
      expect(feedWindow(NOW, zone).from.getTime()).toBeGreaterThan(oldestListed(NOW).getTime());
    }
  });
});

describe('what fits', () => {
  const event = (hours: number, bytes = 1) => ({ endsAt: new Date(NOW.getTime() + hours * HOUR), bytes });

  it('drops the oldest past first, then the farthest ahead', () => {
    const events = [-3, -2, -1, 1, 2, 3].map((hours) => event(hours, 2));
    const hours = (room: number) =>
      fitFeed(events, NOW, room).map(({ endsAt }) => (endsAt.getTime() - NOW.getTime()) / HOUR);
    expect(hours(12)).toEqual([-3, -2, -1, 1, 2, 3]);
    expect(hours(11)).toEqual([-2, -1, 1, 2, 3]);
    expect(hours(6)).toEqual([1, 2, 3]);
    expect(hours(4)).toEqual([1, 2]);
    expect(hours(1)).toEqual([]);
  });

  it('is never more than 1,000 events nor more bytes than there is room, and keeps the order', () => {
    const texts = fc.array(fc.record({ hours: fc.integer({ min: -900, max: 900 }), size: fc.nat(3000) }), {
      maxLength: 1500,
      size: 'max',
    });
    fc.assert(
      fc.property(texts, (wishes) => {
        const events = wishes.sort((a, b) => a.hours - b.hours).map(({ hours, size }) => event(hours, size));
        const kept = fitFeed(events, NOW);
        expect(kept.length).toBeLessThanOrEqual(FEED_LIMITS.events);
        expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FEED_LIMITS.bytes);
        expect(kept).toEqual(events.filter((one) => kept.includes(one)));
        const room = kept.length < events.length ? 1 : 0;
        expect(events.length - kept.length >= room).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
