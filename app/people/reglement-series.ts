/** One series of règlements, of the collectivité (null) or of a relais. */
export type SeriesOwner = { relaisId: string | null; kind: 'REGLEMENT' | 'CHARTE' };

export type VersionState = 'COMING' | 'IN_FORCE' | 'PAST' | 'SUPERSEDED';

export const REGLEMENT_KINDS: Readonly<Record<SeriesOwner['kind'], string>> = {
  REGLEMENT: 'Règlement de fonctionnement',
  CHARTE: 'Charte',
};

/**
 * What became of each version of one series: of those whose day has come, the highest number is in force; a later number
 * that comes into force no later takes the place of one still to come.
 */
export function versionStates<Version extends { version: number; from: string }>(
  versions: readonly Version[],
  today: string,
): (Version & { state: VersionState })[] {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  const inForce = newestFirst.find(({ from }) => from <= today);
  return newestFirst.map((one) => {
    const overtaken = newestFirst.some(({ version, from }) => version > one.version && from <= one.from);
    if (one === inForce) return { ...one, state: 'IN_FORCE' };
    if (one.from > today) return { ...one, state: overtaken ? 'SUPERSEDED' : 'COMING' };
    return { ...one, state: 'PAST' };
  });
}
