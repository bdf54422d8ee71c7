import { bytesOfId, idOfBytes, readToken, signToken } from './signed-token.server.ts';

export type MailPurpose = 'offer' | 'withdraw' | 'read' | 'propose';

/** Of a proposal, `enrollmentId` is the person asked and `round` the second of the asking. */
type Signed = { secret: string; purpose: MailPurpose; enrollmentId: string; round: number };

const BODY_BYTES = 21;
const LABEL = 'mail-link';
const PURPOSES: Record<MailPurpose, number> = { offer: 1, withdraw: 2, read: 3, propose: 4 };

/** What a mail's link knows: one enrolment, one round, one purpose, signed. Nothing of it is stored. */
export function mailToken({ secret, purpose, enrollmentId, round }: Signed): string {
  const body = Buffer.alloc(BODY_BYTES);
  bytesOfId(enrollmentId).copy(body);
  body.writeUInt32BE(round, 16);
  body.writeUInt8(PURPOSES[purpose], 20);
  return signToken({ secret, label: LABEL }, body);
}

/** What `mailToken` signed, or null for anything else. */
export function readMailToken(
  secret: string,
  purpose: MailPurpose,
  token: string,
): { enrollmentId: string; round: number } | null {
  const body = readToken({ secret, label: LABEL }, token, BODY_BYTES);
  if (!body || body.readUInt8(20) !== PURPOSES[purpose]) return null;
  return { enrollmentId: idOfBytes(body), round: body.readUInt32BE(16) };
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
