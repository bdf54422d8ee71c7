import { settingOn, type OwnValues } from '#app/people/dated-settings.ts';
import { dayPlain, list, plural } from '#app/time/french.ts';
import type { ActivityKindName, ProfessionalKindName } from './booking-rules.ts';

/** What binds a group beyond its size. Every field is a setting; null: not asked. */
export type CohortRules = {
  /** Hours each member should have in a year. */
  hoursPerYear: number | null;
  /** Percentage of the dates she undertakes to come to. */
  minPresence: number | null;
  kinds: readonly ProfessionalKindName[];
  /** HOME: those whose home relais it is; MEMBERS: those of the relais; ALL: the whole collectivité. */
  from: 'HOME' | 'MEMBERS' | 'ALL';
  /** Last day to apply, ISO. */
  joinUntil: string | null;
  /** Mixing of communes: at most so many members who live in the same one. */
  mostPerCommune: number | null;
};

export type CohortLimits = { minMembers: number | null; maxMembers: number | null };

const OPEN: CohortRules = {
  hoursPerYear: null,
  minPresence: null,
  kinds: ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE', 'CANDIDATE'],
  from: 'MEMBERS',
  joinUntil: null,
  mostPerCommune: null,
};

const LAST_DAY = '9999-12-31';

/**
 * What a new group is offered; `kind` null: a standing group, for any activity. For an ANALYSE the settings of that day:
 * a group already made keeps its own.
 *
 * @param on the day it is made, ISO; absent: the latest values
 * @param own the collectivité's values; absent: those shipped
 */
export function cohortDefaults(
  kind: ActivityKindName | null,
  on: string = LAST_DAY,
  own: OwnValues = {},
): CohortRules & CohortLimits {
  if (kind !== 'ANALYSE') return { ...OPEN, minMembers: null, maxMembers: null };
  return {
    ...OPEN,
    hoursPerYear: settingOn('analyse.hoursAYear', on, own),
    minPresence: settingOn('analyse.minPresence', on, own),
    kinds: ['ASSISTANTE_MATERNELLE', 'GARDE_A_DOMICILE'],
    minMembers: settingOn('analyse.minMembers', on, own),
    maxMembers: settingOn('analyse.maxMembers', on, own),
  };
}

/** What a standing group asks: nothing but to be of the relais. */
export const STANDING_RULES: CohortRules = OPEN;

const KINDS: Readonly<Record<ProfessionalKindName, string>> = {
  ASSISTANTE_MATERNELLE: 'assistantes maternelles',
  GARDE_A_DOMICILE: 'gardes d’enfants à domicile',
  CANDIDATE: 'candidates à l’agrément',
};

/** The rules of a group, one French line each; what binds nobody is left out. */
export function explainCohort(rules: CohortRules, limits: CohortLimits, relais: string): string[] {
  const whose = { HOME: `rattachées à ${relais}`, MEMBERS: `de ${relais}`, ALL: 'de tous les relais' }[rules.from];
  return [
    ...size(limits),
    `Pour : ${list(rules.kinds.map((kind) => KINDS[kind]))} ${whose}`,
    ...(rules.hoursPerYear === null ? [] : [`${plural(rules.hoursPerYear, 'heure', 'heures')} par an et par personne`]),
    ...(rules.minPresence === null
      ? []
      : [`On s’engage pour tout le cycle : présence à ${rules.minPresence} % des dates au moins`]),
    ...(rules.joinUntil === null ? [] : [`Candidatures jusqu’au ${dayPlain(rules.joinUntil, { year: true })}`]),
    ...(rules.mostPerCommune === null
      ? []
      : [`Au plus ${plural(rules.mostPerCommune, 'personne', 'personnes')} d’une même commune`]),
  ];
}

function size({ minMembers, maxMembers }: CohortLimits): string[] {
  if (minMembers !== null && maxMembers !== null) return [`Groupe de ${minMembers} à ${maxMembers} personnes`];
  if (maxMembers !== null) return [`Groupe de ${plural(maxMembers, 'personne', 'personnes')} au plus`];
  return minMembers === null ? [] : [`Groupe de ${plural(minMembers, 'personne', 'personnes')} au moins`];
}

export type JoinRefusal = 'TOO_LATE' | 'WRONG_KIND' | 'NOT_FROM_HERE' | 'NOT_ACTIVE';

/** Why this person may not apply on that day; null: she may. */
export function joinRefusal(
  rules: CohortRules,
  person: { kind: ProfessionalKindName | null; active: boolean; tie: 'HOME' | 'MEMBER' | 'OTHER' },
  today: string,
): JoinRefusal | null {
  if (rules.joinUntil !== null && today > rules.joinUntil) return 'TOO_LATE';
  if (!person.active) return 'NOT_ACTIVE';
  if (person.kind === null || !rules.kinds.includes(person.kind)) return 'WRONG_KIND';
  const fromHere =
    rules.from === 'ALL' || person.tie === 'HOME' || (rules.from === 'MEMBERS' && person.tie === 'MEMBER');
  return fromHere ? null : 'NOT_FROM_HERE';
}
