import { fold } from '#app/documents/fold.ts';

/** A number of places read from a cell; `none` is "sans limite", `unclear` what is not one number. */
export type PlacesRead =
  { is: 'number'; value: number } | { is: 'none' } | { is: 'empty' } | { is: 'unclear'; why: string };

const WORDS = (
  'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize ' +
  'dix-sept dix-huit dix-neuf vingt'
).split(' ');
const UNIT =
  '(?:places?|adultes?|enfants?|personnes?|participante?s?|professionnel(?:le)?s?|am|assmats?|ass\\.? ?mats?|assistante?s? maternelle?s?|p\\.?|pers\\.?)';
const LIMIT = "(?:(?:max(?:i|imum)?\\.?|limite a|jusqu'a|au plus) ?:? ?)?";
const MOST = 500;

/** "12", "12 places", "12.0", "douze", "max. 10" → a number; "6/8", "une douzaine", "12 €", "-3" are told, never guessed. */
export function readPlaces(text: string): PlacesRead {
  const folded = fold(text);
  if (folded === '') return { is: 'empty' };
  if (/^(?:illimitee?s?|sans limite|pas de limite|non limitee?s?|libre|acces libre|neant|aucune limite)$/.test(folded)) return { is: 'none' }; // prettier-ignore
  if (/^[-/?.x]$|^(?:nc|n\/a|non renseigne|non communique|a definir|a preciser)$/.test(folded)) return { is: 'empty' };
  const match = new RegExp(
    `^${LIMIT}(\\d{1,4}|${WORDS.join('|')})(?:[.,]0+)?(?: ?${UNIT})*(?: ?\\(?max(?:i|imum)?\\.?\\)?)?$`,
  ).exec(folded);
  const value = match?.[1] ? numberOf(match[1]) : null;
  if (value === null) return { is: 'unclear', why: `« ${text.trim()} » n’est pas un nombre de places` };
  if (value > MOST) return { is: 'unclear', why: `« ${text.trim()} » : trop de places pour être sûr` };
  return { is: 'number', value };
}

/** One cell for both: "8 adultes et 16 enfants"; null when the two are not named. */
export function readBothPlaces(text: string): { adults: number; children: number } | null {
  const folded = fold(text);
  const adults =
    /(\d{1,3}) ?(?:adultes?|am\b|assmats?|ass\.? ?mats?|assistante?s? maternelles?|professionnel(?:le)?s?)/.exec(
      folded,
    );
  const children = /(\d{1,3}) ?(?:enfants?|bebes?|petits?)/.exec(folded);
  if (!adults || !children || (folded.match(/\d+/g) ?? []).length !== 2) return null;
  return { adults: Number(adults[1]), children: Number(children[1]) };
}

function numberOf(word: string): number {
  const index = WORDS.indexOf(word);
  return index < 0 ? Number(word) : index;
}
