import { bytesOfId, idOfBytes, readToken, signToken } from './signed-token.server.ts';

/** What a mail asks by a link of her own: her training needs, or what she thought of a training. */
export type AskPurpose = 'need' | 'feedback';

type Asked = { secret: string; purpose: AskPurpose; id: string };

const ID_BYTES = 16;
const PATHS: Record<AskPurpose, string> = { need: '/besoins', feedback: '/avis' };

const familyOf = (secret: string, purpose: AskPurpose) => ({ secret, label: `ask-link/${purpose}` });

/** A signed token that names one invitation; nothing of it is stored. */
export function askToken({ secret, purpose, id }: Asked): string {
  return signToken(familyOf(secret, purpose), bytesOfId(id));
}

/** The invitation that `askToken` signed for this purpose, or null for anything else. */
export function readAskToken(secret: string, purpose: AskPurpose, token: string): string | null {
  const body = readToken(familyOf(secret, purpose), token, ID_BYTES);
  return body && idOfBytes(body);
}

/** The address of the page that asks. */
export function askLink({ appUrl, ...asked }: Asked & { appUrl: string }): string {
  return new URL(`${PATHS[asked.purpose]}/${askToken(asked)}`, appUrl).href;
}
