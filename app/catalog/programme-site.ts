import { fold } from '#app/documents/fold.ts';

export type KnownSite = {
  id: string;
  name: string;
  kind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM';
  exclusive: boolean;
  communeId: string | null;
  /** Has the relais used it until now? By relais id; empty: nobody in particular. */
  relaisIds: readonly string[];
};

export type KnownCommune = { id: string; name: string };

export type SiteMatch =
  | { is: 'known'; site: KnownSite }
  /** `commune`: as written; `communeId`: when it is one of ours. */
  | { is: 'create'; name: string; kind: KnownSite['kind']; commune: string; communeId: string | null }
  | { is: 'ambiguous' };

export const TO_CONFIRM = 'Lieu à confirmer';

const REMOTE = /\b(?:a distance|visio(?:conference)?|en ligne|distanciel|zoom|teams)\b/;
const UNSETTLED =
  /^(?:a (?:confirmer|definir|preciser|determiner)|lieu (?:a (?:confirmer|definir|preciser)|non precise)|\?+|-|nc)$/;

/** Does the cell name a place? */
export function isPlace(place: string): boolean {
  return place.trim() !== '' && !UNSETTLED.test(fold(place));
}

/** Which site of ours a cell means: same name, and same commune where both are said; else one to make. */
export function matchSite(
  { place, commune }: { place: string; commune: string },
  relaisId: string | null,
  sites: readonly KnownSite[],
  communes: readonly KnownCommune[],
): SiteMatch {
  if (!isPlace(place)) return unsettled(relaisId, sites);
  const communeId = communes.find(({ name }) => fold(name) === fold(commune))?.id ?? null;
  const named = sites.filter(({ name, kind }) => kind !== 'TO_CONFIRM' && fold(name) === fold(place));
  const near = named.filter((site) => !communeId || !site.communeId || site.communeId === communeId);
  const mine = near.filter(({ relaisIds }) => relaisId !== null && relaisIds.includes(relaisId));
  const [site, ...others] = near.length > 1 && mine.length > 0 ? mine : near;
  if (site) return others.length === 0 ? { is: 'known', site } : { is: 'ambiguous' };
  return { is: 'create', name: place, kind: REMOTE.test(fold(place)) ? 'REMOTE' : 'PLACE', commune, communeId };
}

function unsettled(relaisId: string | null, sites: readonly KnownSite[]): SiteMatch {
  const waiting = sites.filter(({ kind }) => kind === 'TO_CONFIRM');
  const site = waiting.find(({ relaisIds }) => relaisId !== null && relaisIds.includes(relaisId)) ?? waiting[0];
  if (site) return { is: 'known', site };
  return { is: 'create', name: TO_CONFIRM, kind: 'TO_CONFIRM', commune: '', communeId: null };
}
