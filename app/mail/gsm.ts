/** GSM 03.38: what costs one septet each; the extension costs two. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€\f';

const SINGLE = 160;
/** Each part of a longer message gives seven septets to its heading. */
const PART = 153;

const SPELLED: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '·': '.',
};

/** The text in the alphabet of text messages: "ê" becomes "e", a long dash a short one; what has no likeness is left out. */
export function toGsm(text: string): string {
  return Array.from(text.replace(/[\u00a0\u202f\s]+/g, ' '), spelled)
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function spelled(sign: string): string {
  if (BASIC.includes(sign) || EXTENDED.includes(sign)) return sign;
  const known = SPELLED[sign];
  if (known !== undefined) return known;
  const bare = sign.normalize('NFD').replace(/\p{M}/gu, '');
  return bare !== '' && Array.from(bare).every((one) => BASIC.includes(one)) ? bare : '';
}

/** Septets of a text that `toGsm` gave. */
export function septets(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (EXTENDED.includes(sign) ? 2 : 1), 0);
}

/** How many messages a text takes. */
export function smsParts(text: string): number {
  const length = septets(text);
  return length <= SINGLE ? 1 : Math.ceil(length / PART);
}

/** Under so many septets for the words, a second message is worth its price. */
const FEWEST = 100;

/** Words and link as one text message: the words are cut where the link leaves no room, two parts at most. */
export function textMessage(words: string, link: string): string {
  const end = link === '' ? '' : ` ${link}`;
  const room = SINGLE - septets(end);
  return cut(toGsm(words), room >= FEWEST ? room : 2 * PART - septets(end)) + end;
}

function cut(text: string, most: number): string {
  if (septets(text) <= most) return text;
  let kept = '';
  let length = 3;
  for (const sign of text) {
    length += EXTENDED.includes(sign) ? 2 : 1;
    if (length > most) break;
    kept += sign;
  }
  return `${kept.trimEnd()}...`;
}
