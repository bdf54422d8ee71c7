import { describe, expect, it } from 'vitest';
import { type Asked, effectiveHost, isOpenToAll, sameOrigin } from '#app/server/origin.ts';

const PUBLIC = 'https://rpe.exemple.fr';
const LOCAL = 'http://localhost:3000';

function post(asked: Partial<Asked>): Asked {
  return { method: 'POST', origin: undefined, fetchSite: undefined, host: 'rpe.exemple.fr', ...asked };
}

describe('sameOrigin', () => {
  it.each<[string, Asked, string, boolean]>([
    ['reading, from anywhere', post({ method: 'GET', origin: 'https://x.example' }), PUBLIC, true],
    ['its own origin', post({ origin: PUBLIC }), PUBLIC, true],
    ['its own origin behind a proxy of another name', post({ origin: PUBLIC, host: '10.0.0.2:3000' }), PUBLIC, true],
    ['another origin', post({ origin: 'https://x.example' }), PUBLIC, false],
    [
      'another origin that names itself as Host',
      post({ origin: 'https://x.example', host: 'x.example' }),
      PUBLIC,
      false,
    ],
    ['another scheme', post({ origin: 'http://rpe.exemple.fr' }), PUBLIC, false],
    ['another port', post({ origin: `${PUBLIC}:8443` }), PUBLIC, false],
    ['an opaque origin', post({ origin: 'null', fetchSite: 'same-origin' }), PUBLIC, false],
    ['no origin', post({}), PUBLIC, false],
    ['no origin, the browser vouches', post({ fetchSite: 'same-origin' }), PUBLIC, true],
    ['no origin, a neighbour', post({ fetchSite: 'same-site' }), PUBLIC, false],
    ['its own origin, yet called cross-site', post({ origin: PUBLIC, fetchSite: 'cross-site' }), PUBLIC, false],
    ['this machine by number', post({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }), LOCAL, true],
    ['this machine by name', post({ origin: LOCAL, host: 'localhost:3000' }), LOCAL, true],
    ['another server of this machine', post({ origin: 'http://127.0.0.1:9', host: '127.0.0.1:3000' }), LOCAL, false],
    ['a name rebound to this machine', post({ origin: 'http://x.example:3000', host: 'x.example:3000' }), LOCAL, false],
    ['this machine, for a public address', post({ origin: LOCAL, host: 'localhost:3000' }), PUBLIC, false],
    ['another method', post({ method: 'DELETE', origin: 'https://x.example' }), PUBLIC, false],
  ])('%s', (_, asked, appUrl, expected) => {
    expect(sameOrigin(asked, appUrl)).toBe(expected);
  });
});

describe('effectiveHost', () => {
  it.each([
    [{ origin: undefined, host: 'x.example' }, PUBLIC, 'rpe.exemple.fr'],
    [{ origin: PUBLIC, host: '10.0.0.2:3000' }, PUBLIC, 'rpe.exemple.fr'],
    [{ origin: undefined, host: '127.0.0.1:3000' }, LOCAL, '127.0.0.1:3000'],
    [{ origin: LOCAL, host: '127.0.0.1:3000' }, LOCAL, 'localhost:3000'],
    [{ origin: undefined, host: 'x.example' }, LOCAL, 'localhost:3000'],
    [{ origin: undefined, host: undefined }, LOCAL, 'localhost:3000'],
  ])('%o over %s is %s', (asked, appUrl, expected) => {
    expect(effectiveHost(asked, appUrl)).toBe(expected);
  });
});

describe('isOpenToAll', () => {
  it.each([
    ['/messages/abc_DEF-123/arret', true],
    ['/messages/abc_DEF-123/arret.data', true],
    ['/messages/abc_DEF-123/reprise', false],
    ['/messages//arret', false],
    ['/messages/a/b/arret', false],
    ['/mon-espace/messages', false],
    ['/x/messages/abc/arret', false],
  ])('%s: %s', (path, open) => expect(isOpenToAll(path)).toBe(open));
});
