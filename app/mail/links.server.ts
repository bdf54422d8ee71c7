import { createHmac, timingSafeEqual } from 'node:crypto';

export type MailPurpose = 'offer' | 'withdraw' | 'read' | 'propose';

/** Of a proposal, `enrollmentId` is the person asked and `round` the second of the asking. */
type Signed = { secret: string; purpose: MailPurpose; enrollmentId: string; round: number };

const BODY_BYTES = 21;
const MAC_BYTES = 16;
const PURPOSES: Record<MailPurpose, number> = { offer: 1, withdraw: 2, read: 3, propose: 4 };

/** What a mail's link knows: one enrolment, one round, one purpose, signed. Nothing of it is stored. */
export function mailToken({ secret, purpose, enrollmentId, round }: Signed): string {
  const body = Buffer.alloc(BODY_BYTES);
  Buffer.from(enrollmentId.replaceAll('-', ''), 'hex').copy(body);
  body.writeUInt32BE(round, 16);
  body.writeUInt8(PURPOSES[purpose], 20);
  return Buffer.concat([body, mac(secret, body)]).toString('base64url');
}

/** What `mailToken` signed, or null for anything else; in constant time once the length is right. */
export function readMailToken(
  secret: string,
  purpose: MailPurpose,
  token: string,
): { enrollmentId: string; round: number } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), mac(secret, body))) return null;
  if (body.readUInt8(20) !== PURPOSES[purpose]) return null;
  const hex = body.toString('hex', 0, 16);
  const enrollmentId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { enrollmentId, round: body.readUInt32BE(16) };
}

export type MailLink = Signed & { appUrl: string; answer?: 'acceptation' | 'refus' };

/** The address of the page that answers an offer (accepting unless `answer` says otherwise), withdraws, or confirms reading. */
export function mailLink({ appUrl, answer = 'acceptation', ...signed }: MailLink): string {
  const token = mailToken(signed);
  return new URL(PATHS[signed.purpose](token, answer), appUrl).href;
}

const PATHS: Record<MailPurpose, (token: string, answer: string) => string> = {
  offer: (token, answer) => `/offres/${token}/${answer}`,
  withdraw: (token) => `/desistement/${token}`,
  read: (token) => `/lecture/${token}`,
  propose: (token, answer) => `/propositions/${token}/${answer}`,
};

function mac(secret: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update('ribambelle/mail-link\0').update(body).digest().subarray(0, MAC_BYTES);
}
