import { fold } from '#app/documents/fold.ts';
import { isDate } from '#app/time/iso-date.ts';

/** `null`: unreadable. `undefined`: the cell says nothing. */
export type Read<T> = T | null | undefined;

const MONTHS = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ');

/** "12/05/2024", "12.5.24", "2024-05-12", "12 mai 2024", "1er mars 2023" → `YYYY-MM-DD`. */
export function readFrenchDate(text: string): Read<string> {
  const folded = fold(text).replace(/^le /, '');
  if (isEmpty(folded)) return undefined;
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[t ].*)?$/.exec(folded);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const short = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d\d)$/.exec(folded);
  if (short) return existing(short[3]?.length === 2 ? `20${short[3]}` : short[3], short[2], short[1]);
  const words = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/.exec(folded);
  const month = MONTHS.findIndex(
    (name) => words?.[2] !== undefined && words[2].length > 2 && name.startsWith(words[2]),
  );
  return words && month >= 0 ? existing(words[3], String(month + 1), words[1]) : null;
}

/** "4", "4 enfants", "3 dont 2 de moins de 3 ans", "2 + 1 périscolaire": children at once, of whom under three. */
export function readCapacity(text: string): Read<{ children: number; underThree?: number }> {
  const folded = fold(text);
  if (isEmpty(folded)) return undefined;
  const of =
    /^(\d)(?: ?(?:enfants?|places?))?,? ?\(?(?:dont)? ?(\d)(?: enfants?)? ?(?:de )?(?:moins de|-|<) ?(?:3|trois) ans?\)?$/.exec(
      folded,
    );
  if (of) return sound(Number(of[1]), Number(of[2]));
  const sum = /^(\d) ?\+ ?(\d)(?: ?[a-z -]*)$/.exec(folded);
  if (sum) return sound(Number(sum[1]) + Number(sum[2]), undefined);
  const alone = /^(\d)(?:[.,]0)?(?: ?(?:enfants?|places?|accueils?))?$/.exec(folded);
  return alone ? sound(Number(alone[1]), undefined) : null;
}

/** One whole number of children. */
export function readCount(text: string): Read<number> {
  const folded = fold(text);
  if (isEmpty(folded)) return undefined;
  const digits = /^(\d)(?:[.,]0)?(?: enfants?)?$/.exec(folded)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** "Assistante maternelle", "garde à domicile", "candidate à l’agrément" and their usual short forms. */
export function readProfessionalKind(text: string): Read<'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE'> {
  const folded = fold(text);
  if (isEmpty(folded)) return undefined;
  if (/candidat|en cours d'agrement|en formation/.test(folded)) return 'CANDIDATE';
  if (/garde|domicile|nounou|auxiliaire parental/.test(folded)) return 'GARDE_A_DOMICILE';
  return /maternel|assmat|ass\.? ?mat|^am$/.test(folded) ? 'ASSISTANTE_MATERNELLE' : null;
}

/** "En activité", "en pause", "cessation" and what lists write for them. */
export function readWorkStatus(text: string): Read<'ACTIVE' | 'PAUSED' | 'CEASED'> {
  const folded = fold(text);
  if (isEmpty(folded)) return undefined;
  if (/cess|arret|retrait|ne travaille plus|inactive definitive|^non$/.test(folded)) return 'CEASED';
  if (/pause|conge|disponibilite|suspen|inactive?\b|sans (?:enfant|activite)/.test(folded)) return 'PAUSED';
  return /^(?:oui|en activite|active?s?|activite|en exercice|agreee?)$/.test(folded) ? 'ACTIVE' : null;
}

/** "DUPONT Marie", "Marie DUPONT": the capitals are the surname; null when nothing tells them apart. */
export function splitName(text: string): { lastName: string; firstName: string } | null {
  const words = text.split(' ').filter((word) => word !== '');
  const isSurname = (word: string) => /\p{Lu}/u.test(word) && word === word.toLocaleUpperCase('fr') && word.length > 1;
  const last = words.filter(isSurname);
  const first = words.filter((word) => !isSurname(word));
  const together =
    words.join(' ') === [...last, ...first].join(' ') || words.join(' ') === [...first, ...last].join(' ');
  return last.length > 0 && first.length > 0 && together
    ? { lastName: last.join(' '), firstName: first.join(' ') }
    : null;
}

/** Does this look like an e-mail address? */
export function isEmail(text: string): boolean {
  return /^[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;.]+$/.test(text);
}

function sound(children: number, underThree: number | undefined): { children: number; underThree?: number } | null {
  if (children < 1 || (underThree ?? 0) > children) return null;
  return underThree === undefined ? { children } : { children, underThree };
}

function existing(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}

function isEmpty(folded: string): boolean {
  return /^(?:[-?/]|nc|n\/a|neant|aucune?)?$/.test(folded);
}
