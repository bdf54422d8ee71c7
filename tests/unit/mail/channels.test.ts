import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { channelsFor, wants, type Chosen, type Reach } from '#app/mail/channels.ts';
import { CHANNELS, ESSENTIAL, KIND_OF, MESSAGE_KINDS, OFFERED } from '#app/mail/message-kinds.ts';

const reach = (...by: (typeof CHANNELS)[number][]): Reach => ({
  MAIL: by.includes('MAIL'),
  SMS: by.includes('SMS'),
  PUSH: by.includes('PUSH'),
});
const no = (kind: Chosen['kind'], channel: Chosen['channel']): Chosen => ({ kind, channel, wanted: false });
const yes = (kind: Chosen['kind'], channel: Chosen['channel']): Chosen => ({ kind, channel, wanted: true });

describe('who has chosen nothing', () => {
  it.each([
    ['CHANGE', reach('MAIL', 'SMS'), ['MAIL']],
    ['CHANGE', reach('SMS'), ['SMS']],
    ['OFFER', reach('MAIL', 'PUSH'), ['MAIL', 'PUSH']],
    ['REMINDER', reach('MAIL', 'SMS', 'PUSH'), ['MAIL', 'PUSH']],
    ['REMINDER', reach('SMS'), ['SMS']],
    ['OPENING', reach('MAIL', 'SMS', 'PUSH'), ['MAIL']],
    ['OPENING', reach('SMS'), []],
    ['DIGEST', reach('MAIL', 'SMS', 'PUSH'), []],
    ['TRAINING', reach('MAIL', 'PUSH'), ['MAIL']],
    ['CHANGE', reach(), []],
  ] as const)('hears of %s, reached by %j, by %j', (kind, by, channels) => {
    expect(channelsFor(kind, [], by)).toEqual(channels);
  });
});

describe('who has chosen', () => {
  it.each([
    ['a text message in a mail’s stead', 'CHANGE', [no('CHANGE', 'MAIL'), yes('CHANGE', 'SMS')], ['SMS', 'PUSH']],
    ['no reminder', 'REMINDER', [no('REMINDER', 'MAIL'), no('REMINDER', 'PUSH')], []],
    ['nothing at all of what she must get', 'OFFER', CHANNELS.map((channel) => no('OFFER', channel)), ['MAIL']],
    ['a digest by text message, which is not offered', 'DIGEST', [yes('DIGEST', 'SMS')], []],
    ['the digest', 'DIGEST', [yes('DIGEST', 'MAIL')], ['MAIL']],
  ] as const)('gets %s', (_, kind, chosen, channels) => {
    expect(channelsFor(kind, [...chosen], reach('MAIL', 'SMS', 'PUSH'))).toEqual(channels);
  });

  it('gets by mail what the browser that is gone showed alone', () => {
    expect(channelsFor('CHANGE', [no('CHANGE', 'MAIL'), yes('CHANGE', 'PUSH')], reach('MAIL'))).toEqual(['MAIL']);
  });
});

it('never leaves anyone who can be reached without what she must get, nor uses what does not reach her', () => {
  const kinds = fc.constantFrom(...MESSAGE_KINDS);
  const choices = fc.array(fc.record({ kind: kinds, channel: fc.constantFrom(...CHANNELS), wanted: fc.boolean() }));
  const reaches = fc.record({ MAIL: fc.boolean(), SMS: fc.boolean(), PUSH: fc.boolean() });
  fc.assert(
    fc.property(kinds, choices, reaches, (kind, chosen, by) => {
      const channels = channelsFor(kind, chosen, by);
      expect(channels.every((channel) => by[channel])).toBe(true);
      if (ESSENTIAL[kind] && Object.values(by).includes(true)) expect(channels.length).toBeGreaterThan(0);
      for (const channel of CHANNELS) {
        if (!OFFERED[kind].includes(channel)) expect(wants(kind, channel, chosen, by)).toBe(false);
      }
    }),
  );
});

it('leaves codes and the team’s own work out of what is chosen', () => {
  const always = Object.entries(KIND_OF).flatMap(([name, kind]) => (kind === null ? [name] : []));
  expect(always).toEqual(expect.arrayContaining(['login-code', 'file-changed', 'decision-due', 'animator-covers']));
});
