import { MESSAGE_KINDS, type MessageKindName } from './message-kinds.ts';
import { bytesOfId, idOfBytes, readToken, signToken } from './signed-token.server.ts';

export type Stop = { personId: string; kind: MessageKindName };

const BODY_BYTES = 17;
const LABEL = 'stop-link';

/** The address that stops one kind of messages to one person, without sign-in; nothing of it is stored. */
export function stopLink({ personId, kind }: Stop, { appUrl, secret }: { appUrl: string; secret: string }): string {
  const body = Buffer.alloc(BODY_BYTES);
  bytesOfId(personId).copy(body);
  body.writeUInt8(MESSAGE_KINDS.indexOf(kind), 16);
  const token = signToken({ secret, label: LABEL }, body);
  return new URL(`/messages/${token}/arret`, appUrl).href;
}

/** What `stopLink` signed, or null for anything else. */
export function readStopToken(secret: string, token: string): Stop | null {
  const body = readToken({ secret, label: LABEL }, token, BODY_BYTES);
  const kind = body && MESSAGE_KINDS[body.readUInt8(16)];
  return body && kind ? { personId: idOfBytes(body), kind } : null;
}
