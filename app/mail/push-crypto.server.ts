import { createCipheriv, createECDH, createHmac, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto';

/** What a browser gives when it subscribes: its public key and a secret, in base64url. */
export type PushKeys = { p256dh: string; auth: string };

/** The installation's own key, by which push services know it (RFC 8292). */
export type VapidKeys = { publicKey: string; privateKey: Buffer };

const CURVE = 'prime256v1';
const RECORD = 4096;

/** Drawn from SESSION_SECRET, so that every process has the same and nothing is to keep. */
export function vapidKeys(secret: string): VapidKeys {
  for (let turn = 0; ; turn += 1) {
    const privateKey = createHmac('sha256', secret).update(`ribambelle/vapid\0${turn}`).digest();
    try {
      const ecdh = createECDH(CURVE);
      ecdh.setPrivateKey(privateKey);
      return { publicKey: ecdh.getPublicKey('base64url'), privateKey };
    } catch {
      // beyond the curve's order: once in four thousand million
    }
  }
}

/** The Authorization header: a token of the service's origin, for twelve hours. */
export function vapidHeader({ publicKey, privateKey }: VapidKeys, endpoint: string, subject: string, at: Date): string {
  const exp = Math.floor(at.getTime() / 1000) + 12 * 3600;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claim = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp, sub: subject })}`;
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256', d: privateKey.toString('base64url') },
    ...{ x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') },
  };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const signature = sign('sha256', Buffer.from(claim), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${claim}.${signature}, k=${publicKey}`;
}

type Drawn = { salt: Buffer; privateKey: Buffer | null };

/** The body of the request: `plain` for that browser alone (RFC 8291, one aes128gcm record of RFC 8188). */
export function sealed(
  plain: Buffer,
  keys: PushKeys,
  drawn: Drawn = { salt: randomBytes(16), privateKey: null },
): Buffer {
  const { salt } = drawn;
  const theirs = Buffer.from(keys.p256dh, 'base64url');
  const ecdh = createECDH(CURVE);
  if (drawn.privateKey) ecdh.setPrivateKey(drawn.privateKey);
  else ecdh.generateKeys();
  const ours = ecdh.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const material = derived(ecdh.computeSecret(theirs), Buffer.from(keys.auth, 'base64url'), info, 32);
  const key = derived(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derived(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const last = Buffer.concat([plain, Buffer.from([2])]);
  const head = Buffer.alloc(21);
  salt.copy(head);
  head.writeUInt32BE(RECORD, 16);
  head.writeUInt8(ours.length, 20);
  return Buffer.concat([head, ours, cipher.update(last), cipher.final(), cipher.getAuthTag()]);
}

function derived(material: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, length));
}
