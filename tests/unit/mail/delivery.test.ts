import { expect, it } from 'vitest';

import { isRefusal, reasonOf } from '#app/mail/delivery.ts';

it.each([
  [{ code: 'EENVELOPE', responseCode: 550 }, true],
  [{ code: 'EMESSAGE', responseCode: 554 }, true],
  [{ code: 'EENVELOPE', responseCode: 450 }, false],
  [{ code: 'EMESSAGE', responseCode: 451 }, false],
  [{ code: 'EAUTH', responseCode: 535 }, false],
  [{ code: 'EENVELOPE', responseCode: 530 }, false],
  [{ code: 'EPROTOCOL', responseCode: 554 }, false],
  [{ code: 'ECONNECTION' }, false],
  [null, false],
])('%j is a refusal for good: %s', (error, expected) => {
  expect(isRefusal(error)).toBe(expected);
});

it('keeps one line of what the server said', () => {
  expect(reasonOf({ response: '550 no\r\nsuch box', message: 'x' })).toBe('550 no such box');
  expect(reasonOf(new Error('lost'))).toBe('lost');
  expect(reasonOf(undefined)).toBe('unknown error');
  expect(reasonOf({ response: 'x'.repeat(900) })).toHaveLength(500);
});
