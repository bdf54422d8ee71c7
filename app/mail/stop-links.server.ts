import { createHmac, timingSafeEqual } from 'node:crypto';

import { MESSAGE_KINDS, type MessageKindName } from '#app/mail/message-kinds.ts';

export type Stop = { personId: string; kind: MessageKindName };

const BODY_BYTES = 17;
const MAC_BYTES = 16;

/** The address that stops one kind of messages to one person, without sign-in; nothing of it is stored. */
export function stopLink({ personId, kind }: Stop, { appUrl, secret }: { appUrl: string; secret: string }): string {
  const body = Buffer.alloc(BODY_BYTES);
  Buffer.from(personId.replaceAll('-', ''), 'hex').copy(body);
  body.writeUInt8(MESSAGE_KINDS.indexOf(kind), 16);
  const token = Buffer.concat([body, mac(secret, body)]).toString('base64url');
  return new URL(`/messages/${token}/arret`, appUrl).href;
}

/** What `stopLink` signed, or null for anything else; in constant time once the length is right. */
export function readStopToken(secret: string, token: string): Stop | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), mac(secret, body))) return null;
  const kind = MESSAGE_KINDS[body.readUInt8(16)];
  const personId = body.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return kind ? { personId, kind } : null;
}

function mac(secret: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update('ribambelle/stop-link\0').update(body).digest().subarray(0, MAC_BYTES);
}
