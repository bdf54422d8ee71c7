import { fold } from '#app/documents/fold.ts';

/** Someone who may have two files. */
export type Named = {
  id: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  communeId: string | null;
};

/** Why two files may be one person's, the surest first. */
export type DoubleReason = 'email' | 'phone-name' | 'name-commune' | 'name' | 'near-name' | 'phone';

const WORDS: Record<DoubleReason, string> = {
  email: 'même e-mail',
  'phone-name': 'même nom et même téléphone',
  'name-commune': 'même nom, même commune',
  name: 'même nom',
  'near-name': 'noms presque pareils, même commune',
  phone: 'même téléphone',
};

/** "même nom, même commune" */
export const doubleWords = (reason: DoubleReason): string => WORDS[reason];

/** May these be one person? null: nothing says so. Names are compared in any order, without accents nor hyphens. */
export function doubleReason(a: Named, b: Named): DoubleReason | null {
  if (a.email !== null && a.email === b.email) return 'email';
  const samePhone = a.phone !== null && digits(a.phone) === digits(b.phone ?? '');
  const names = [nameKey(a), nameKey(b)] as const;
  const sameCommune = a.communeId !== null && a.communeId === b.communeId;
  if (names[0] === names[1]) {
    if (samePhone) return 'phone-name';
    if (sameCommune) return 'name-commune';
    return a.communeId === null || b.communeId === null ? 'name' : null;
  }
  if (samePhone) return 'phone';
  return sameCommune && isNear(names[0], names[1]) ? 'near-name' : null;
}

export type DoublePair<T> = { a: T; b: T; reason: DoubleReason };

/** Every pair that may be one person, the surest first. Only those who share something are compared. */
export function doublePairs<T extends Named>(people: readonly T[]): DoublePair<T>[] {
  const found = new Map<string, DoublePair<T>>();
  for (const group of groupsOf(people)) {
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        const key = a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
        const reason = found.has(key) ? null : doubleReason(a, b);
        if (reason !== null) found.set(key, { a, b, reason });
      }
    });
  }
  const order = Object.keys(WORDS);
  return [...found.values()].sort((x, y) => order.indexOf(x.reason) - order.indexOf(y.reason));
}

function groupsOf<T extends Named>(people: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of people) {
    const keys = [`nom ${nameKey(one)}`];
    if (one.phone !== null) keys.push(`tel ${digits(one.phone)}`);
    // Two names that differ by a stroke or two share their first letter, or that of the next word.
    if (one.communeId !== null) for (const letter of initials(one)) keys.push(`com ${one.communeId} ${letter}`);
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function words({ firstName, lastName }: Pick<Named, 'firstName' | 'lastName'>): string[] {
  return fold(`${lastName} ${firstName}`)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .sort();
}

/** "nadia MOREL" and "Morel Nadia" alike. */
export const nameKey = (one: Pick<Named, 'firstName' | 'lastName'>): string => words(one).join(' ');
const initials = (one: Named): string[] => [...new Set(words(one).map((word) => word.charAt(0)))];
const digits = (phone: string): string => phone.replace(/\D/g, '');

/** At most one stroke apart, two for long names. */
function isNear(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 14 ? 2 : 1;
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** Strokes between two texts: a letter more, less, or another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
