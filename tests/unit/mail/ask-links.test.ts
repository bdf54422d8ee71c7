import { expect, it } from 'vitest';
import { askLink, askToken, readAskToken } from '#app/mail/ask-links.server.ts';

const id = '5b0e2f9c-6f0f-4f6e-9d0a-0c1f2e3d4c5b';
const secret = 'a secret';
const need = askToken({ secret, purpose: 'need', id });

it('reads what it signed, for that purpose and under that secret alone', () => {
  expect(readAskToken(secret, 'need', need)).toBe(id);
  expect(readAskToken(secret, 'feedback', need)).toBeNull();
  expect(readAskToken('another', 'need', need)).toBeNull();
  for (const token of ['', 'x', need.slice(1), `${need}A`, `${need.slice(0, -2)}AA`])
    expect(readAskToken(secret, 'need', token)).toBeNull();
});

it('leads to the page that asks', () => {
  const appUrl = 'https://relais.example';
  expect(askLink({ appUrl, secret, purpose: 'need', id })).toBe(`https://relais.example/besoins/${need}`);
  expect(askLink({ appUrl, secret, purpose: 'feedback', id })).toMatch(/^https:\/\/relais\.example\/avis\/[\w-]{43}$/);
});
