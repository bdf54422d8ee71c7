import { take, takeAll, type Reader } from '#app/catalog/programme-text.ts';

export type Moment = 'matin' | 'midi' | 'apres-midi' | 'soir' | 'journee';

/** Hours read in a cell, `HH:MM`; `others` counts second and further slots of the same cell. */
export type HoursRead = {
  start: string | null;
  end: string | null;
  /** "vers 9 h", "aux environs de 9 h" */
  approximate: boolean;
  /** minutes */
  duration: number | null;
  moment: Moment | null;
  others: string[];
  /** hours that no clock has, as folded */
  impossible: string[];
};

const H = String.raw`(?:\d{1,2} ?(?:heures?|hrs?|h|:) ?(?:[0-5]\d)?(?::[0-5]\d)?(?: ?(?:mn|min))?(?: ?[ap]\.?m\b\.?)?|(?<!apres[- ]?)\bmidi\b)`;
const START_OF_WORD = '(?<![\\d\\w:/])';
const END_OF_WORD = '(?![\\d\\w:])';
const BARE = String.raw`\d{1,2}`;
const TO = String.raw` ?(?:-+>?|a|/|>|→|jusqu'a|et) ?`;
const RANGES = [
  new RegExp(`${START_OF_WORD}(?:de |entre |des )?(${H})${TO}(${H})${END_OF_WORD}`, 'u'),
  new RegExp(`${START_OF_WORD}(?:de|entre) (${BARE}) ?(?:a|et) ?(${H})${END_OF_WORD}`, 'u'),
  new RegExp(`${START_OF_WORD}(${BARE}) ?- ?(${H})${END_OF_WORD}`, 'u'),
  new RegExp(`${START_OF_WORD}(${H}) ?- ?(${BARE})${END_OF_WORD}(?! ?[/-])`, 'u'),
];
const DURATION = [
  /\b(?:duree|pendant|durant|dure)(?: de)? ?:? ?(?:(\d{1,2}) ?(?:heures?|h) ?([0-5]\d)?|(\d{1,3}) ?(?:minutes?|mn|min)\b)/u,
  /\((\d{1,2}) ?h ?([0-5]\d)?\)/u,
];
const APPROXIMATE = /(?:vers|environ|aux (?:environs|alentours) de|autour de|a partir d'environ) (?=\d|midi)/u;
const END_ONLY = new RegExp(`(?:jusqu'a|jusque|fin(?: a| :)?) ?(${H})${END_OF_WORD}`, 'u');
const START_ONLY = new RegExp(
  `(?:(?:a partir de|a compter de|des|depuis|debut(?: a| :)?|rendez-vous a|rdv a|accueil (?:a|des)|a) )?${START_OF_WORD}((?:(?<=(?:a|des) )|(?!midi))${H})${END_OF_WORD}`,
  'u',
);
const MOMENTS: readonly [RegExp, Moment][] = [
  [/\b(?:(?:en|le|la|dans la|toute la) )?(?:fin de )?(?:matins?|matinees?)\b/u, 'matin'],
  [/\b(?:(?:l'|en|dans l')? ?)(?:debut d'|fin d')?(?:apres[- ]?midis?|aprem)\b/u, 'apres-midi'],
  [/\b(?:(?:en|le|la|dans la) )?(?:fin de )?(?:soirs?|soirees?)\b/u, 'soir'],
  [/\b(?:(?:sur|entre) le )?(?:temps de )?midi\b/u, 'midi'],
  [/\b(?:(?:toute )?la |en )?journees?(?: entieres?| completes?)?\b/u, 'journee'],
];

/** "9 h 30", "9:30:00", "2 pm", "midi", "9" → `HH:MM`; null when no such hour exists. */
export function readClock(text: string): string | null {
  if (/midi/.test(text)) return '12:00';
  const match = /^(\d{1,2})\D*(\d{2})?(?::\d{2})?\D*$/.exec(text.trim());
  if (!match) return null;
  const half = /p\.?m/.test(text) && Number(match[1]) < 12 ? 12 : /a\.?m/.test(text) && match[1] === '12' ? -12 : 0;
  const hours = Number(match[1]) + half;
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The wall time so many minutes later, or null past midnight. */
export function later(time: string, minutes: number): string | null {
  const total = minutesOf(time) + minutes;
  if (total >= 1440) return null;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Hours of a cell of any kind: "9h30-11h", "de 9 h à 11 h 30", "à partir de 9h", "matin". Takes what it reads. */
export function takeHours(reader: Reader): HoursRead {
  const read: HoursRead = {
    start: null,
    end: null,
    approximate: false,
    duration: null,
    moment: null,
    others: [],
    impossible: [],
  };
  read.duration = takeDuration(reader);
  read.approximate = take(reader, APPROXIMATE) !== null;
  for (const range of RANGES) takeAll(reader, range).forEach((match) => addSlot(read, match[1], match[2]));
  const end = take(reader, END_ONLY)?.[1];
  if (end) read.end ??= readClock(end);
  for (const match of takeAll(reader, START_ONLY)) addSlot(read, match[1], undefined);
  return read;
}

/** "matin", "en soirée"; to be called after the frequency, which has its own matins ("2 matinées par semaine"). */
export function takeMoment(reader: Reader): Moment | null {
  const found = MOMENTS.filter(([pattern]) => take(reader, pattern)).map(([, moment]) => moment);
  if (found.includes('matin') && found.includes('apres-midi')) return 'journee';
  return found[0] ?? null;
}

/** A cell of the column of starts or ends alone: "9", "9.30", "0930", "9h30", an Excel fraction of a day. */
export function readHourCell(text: string): string | null {
  const bare = text.trim();
  if (/^0[.,]\d{3,}$/.test(bare)) {
    const minutes = Math.round(Number(bare.replace(',', '.')) * 1440);
    return minutes < 1440 ? later('00:00', minutes) : null;
  }
  if (/^\d{1,2}$/.test(bare)) return readClock(bare);
  const match = /^(\d{1,2})[.,]([0-5]\d)$|^(\d{2})([0-5]\d)$/.exec(bare);
  return match ? readClock(`${match[1] ?? match[3]}:${match[2] ?? match[4]}`) : null;
}

function addSlot(read: HoursRead, from: string | undefined, to: string | undefined): void {
  const start = from ? readClock(from) : null;
  const end = to ? readClock(to) : null;
  if (read.start === null && start !== null) {
    read.start = start;
    if (to !== undefined) read.end = end;
  } else if (start && start !== read.start) read.others.push(end ? `${start}-${end}` : start);
  if (from && !start) read.impossible.push(from.trim());
  if (to && !end) read.impossible.push(to.trim());
}

function takeDuration(reader: Reader): number | null {
  for (const pattern of DURATION) {
    const match = take(reader, pattern);
    if (match) return Number(match[1] ?? 0) * 60 + Number(match[2] ?? match[3] ?? 0);
  }
  return null;
}
