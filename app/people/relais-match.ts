import { fold } from '#app/documents/fold.ts';

export type KnownRelais = { id: string; slug: string; name: string };

/** What the person who imports has asked about relais. */
export type RelaisWishes = {
  /** `--relais`: every row goes there. */
  given: KnownRelais | null;
  /** `--creer-relais`: those that are not there are made. */
  create: boolean;
};

/** `likely`: the names differ by words such as "RPE" only: to be told. `unknown` with an empty name: the file does not say. */
export type RelaisMatch =
  | { is: 'known'; relais: KnownRelais; likely: boolean }
  | { is: 'create'; name: string; slug: string }
  | { is: 'unknown'; name: string };

const GENERIC =
  /\b(?:relais|petite enfance|rpe|ram|ripe|rampe|assistante?s? maternelle?s?|parents?|intercommuna(?:l|ux)|municipal|de|du|des|d|l|la|le|les|et)\b/g;

/** Which relais of ours a name in a file means; one alone serves rows that name none. Never two for one. */
export function matchRelais(name: string, known: readonly KnownRelais[], { given, create }: RelaisWishes): RelaisMatch {
  if (given) return { is: 'known', relais: given, likely: false };
  const [only, ...others] = known;
  if (name.trim() === '') {
    return only && others.length === 0 ? { is: 'known', relais: only, likely: true } : { is: 'unknown', name: '' };
  }
  const exact = known.filter((relais) => fold(relais.name) === fold(name) || relais.slug === fold(name));
  if (exact[0] && exact.length === 1) return { is: 'known', relais: exact[0], likely: false };
  const core = coreOf(name);
  const near = core === '' ? [] : known.filter((relais) => coreOf(relais.name) === core);
  if (near[0] && near.length === 1) return { is: 'known', relais: near[0], likely: true };
  return create ? { is: 'create', name: name.trim(), slug: slugOf(name) } : { is: 'unknown', name: name.trim() };
}

/** An address's part for a name: "Relais d’Allex" → "relais-d-allex". */
export function slugOf(name: string): string {
  const plain = fold(name).replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 60).replace(/^-+|-+$/g, '') || 'relais';
}

function coreOf(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(GENERIC, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
