import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mailLink, mailToken, readMailToken } from '#app/mail/links.server.ts';

const secret = 'a-secret-of-the-tests';
const id = randomUUID();

describe('the links of mails', () => {
  it('give back what was signed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(2 ** 31), fc.constantFrom('offer', 'withdraw', 'read'), (id, round, purpose) => {
        const token = mailToken({ secret, purpose, id, round });
        expect(readMailToken(secret, purpose, token)).toEqual({ id, round });
      }),
    );
  });

  it('are refused for another purpose or secret', () => {
    const token = mailToken({ secret, purpose: 'offer', id, round: 1 });
    expect(readMailToken(secret, 'withdraw', token)).toBeNull();
    expect(readMailToken('another-secret', 'offer', token)).toBeNull();
  });

  it('are refused once any character is changed, cut or added', () => {
    const token = mailToken({ secret, purpose: 'offer', id, round: 1 });
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readMailToken(secret, 'offer', token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
    }
    for (const wrong of ['', 'é', token.slice(1), `${token}A`, `${token}=`, ` ${token}`]) {
      expect(readMailToken(secret, 'offer', wrong)).toBeNull();
    }
  });

  it('already sent keep working', () => {
    const sent = {
      offer: 'ChssPU5fSmuMfZ4PGis8TQAAAAcB2sIaSslZnykmlzxRNoXVuw',
      propose: 'ChssPU5fSmuMfZ4PGis8TQAAAAcE6mIAvdTiMzm7FKvHb0zDXg',
    };
    const read = { id: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d', round: 7 };
    expect(readMailToken(secret, 'offer', sent.offer)).toEqual(read);
    expect(readMailToken(secret, 'propose', sent.propose)).toEqual(read);
  });

  it('stand under the public address', () => {
    const given = { appUrl: 'https://rpe.exemple.fr', secret, id, round: 0 };
    expect(mailLink({ ...given, purpose: 'offer' })).toMatch(
      /^https:\/\/rpe\.exemple\.fr\/offres\/[\w-]{50}\/acceptation$/,
    );
    expect(mailLink({ ...given, purpose: 'offer', answer: 'refus' })).toMatch(/\/offres\/[\w-]{50}\/refus$/);
    expect(mailLink({ ...given, purpose: 'withdraw' })).toMatch(/\/desistement\/[\w-]{50}$/);
    expect(mailLink({ ...given, purpose: 'read' })).toMatch(/\/lecture\/[\w-]{50}$/);
  });
});
