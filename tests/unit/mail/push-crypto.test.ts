import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { sealed, vapidHeader, vapidKeys } from '#app/mail/push-crypto.server.ts';

const b64 = (text: string) => Buffer.from(text, 'base64url');

/** RFC 8291, section 5 and appendix A. */
it('seals the example of RFC 8291 to the octet', () => {
  const keys = {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  };
  const drawn = { salt: b64('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: b64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw') };
  expect(sealed(Buffer.from('When I grow up, I want to be a watermelon'), keys, drawn).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

describe('the installation’s key', () => {
  it('is the same from the same secret', () => {
    expect(vapidKeys('one')).toEqual(vapidKeys('one'));
    expect(vapidKeys('one').publicKey).not.toBe(vapidKeys('two').publicKey);
    expect(b64(vapidKeys('one').publicKey)).toHaveLength(65);
  });

  it('signs a token for the service’s origin alone', () => {
    const keys = vapidKeys('one');
    const at = new Date('2026-11-22T09:00:00Z');
    const header = vapidHeader(keys, 'https://push.example:8443/x/y', 'mailto:relais@exemple.fr', at);
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? [];
    expect(key).toBe(keys.publicKey);
    const [head = '', claim = '', signature = ''] = token.split('.');
    expect(JSON.parse(b64(claim).toString())).toEqual({
      aud: 'https://push.example:8443',
      exp: at.getTime() / 1000 + 43_200,
      sub: 'mailto:relais@exemple.fr',
    });
    const point = b64(key);
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const given = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', Buffer.from(`${head}.${claim}`), given, b64(signature))).toBe(true);
  });
});
