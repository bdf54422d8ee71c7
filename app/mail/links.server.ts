import { bytesOfId, idOfBytes, readToken, signToken } from './signed-token.server.ts';

export type MailPurpose = 'offer' | 'withdraw' | 'read' | 'propose';

/** `id` is the enrolment; of a proposal, the person asked, and `round` the second of the asking. */
type Named = { id: string; round: number };
type Signed = Named & { secret: string; purpose: MailPurpose };

const BODY_BYTES = 21;
const LABEL = 'mail-link';
const PURPOSES: Record<MailPurpose, number> = { offer: 1, withdraw: 2, read: 3, propose: 4 };

/** What a mail's link knows: one enrolment or person, one round, one purpose, signed. Nothing of it is stored. */
export function mailToken({ secret, purpose, id, round }: Signed): string {
  const body = Buffer.alloc(BODY_BYTES);
  bytesOfId(id).copy(body);
  body.writeUInt32BE(round, 16);
  body.writeUInt8(PURPOSES[purpose], 20);
  return signToken({ secret, label: LABEL }, body);
}

/** What `mailToken` signed, or null for anything else. */
export function readMailToken(secret: string, purpose: MailPurpose, token: string): Named | null {
  const body = readToken({ secret, label: LABEL }, token, BODY_BYTES);
  if (!body || body.readUInt8(20) !== PURPOSES[purpose]) return null;
  return { id: idOfBytes(body), round: body.readUInt32BE(16) };
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
