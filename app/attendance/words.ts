import { list, plural } from '#app/time/french.ts';
import type { AttendeeKindName, PartyState, PartyValue, TallyValue } from './mark.ts';

const STATES: Readonly<Record<PartyState, string>> = {
  PRESENT: 'présente',
  EXCUSED: 'absence prévenue',
  ABSENT: 'absence non prévenue',
  NONE: 'non pointée',
};

const KINDS: Readonly<Record<AttendeeKindName, string>> = {
  ASSISTANTE_MATERNELLE: 'assistante maternelle',
  GARDE_A_DOMICILE: 'garde d’enfants à domicile',
  CANDIDATE: 'candidate à l’agrément',
  PARENT: 'parent',
  FUTURE_PARENT: 'futur parent',
  TRAINEE: 'stagiaire',
  OTHER: 'autre personne',
};

/** "assistante maternelle" */
export const attendeeWords = (kind: AttendeeKindName): string => KINDS[kind];

/** "présente, 2 enfants, en retard" */
export function partyWords({ state, late, byParent, children, guest }: PartyValue): string {
  if (state !== 'PRESENT') return STATES[state];
  const parts = [
    byParent ? 'enfants amenés par leur parent' : STATES.PRESENT,
    ...(children.length > 0 ? [plural(children.length, 'enfant', 'enfants')] : []),
    ...(late ? ['en retard'] : []),
    ...(guest?.label ? [guest.label] : []),
  ];
  return parts.join(', ');
}

/** "4 adultes et 6 enfants" */
export function tallyWords({ adults, children }: TallyValue): string {
  const count = children.reduce((sum, one) => sum + one.count, 0);
  return list([plural(adults, 'adulte', 'adultes'), ...(count > 0 ? [plural(count, 'enfant', 'enfants')] : [])]);
}

/** "moins de 18 mois", "18 mois à 3 ans", "6 ans et plus": an age band on a button. */
export function bandWords({ fromMonths, untilMonths }: { fromMonths: number; untilMonths: number }): string {
  if (fromMonths === 0 && untilMonths >= OPEN_MONTHS) return 'âge non précisé';
  if (fromMonths === 0) return `moins de ${age(untilMonths)}`;
  return untilMonths >= OPEN_MONTHS ? `${age(fromMonths)} et plus` : `${age(fromMonths)} – ${age(untilMonths)}`;
}

const OPEN_MONTHS = 18 * 12;
const age = (months: number) => (months >= 24 && months % 12 === 0 ? `${months / 12} ans` : `${months} mois`);

/** What exceeds what was planned: the sheet tells, and refuses nothing. */
export function overWords(
  there: { adults: number; children: number },
  ceilings: { adults: number | null; children: number | null; persons: number | null },
): string[] {
  const { adults, children, persons } = ceilings;
  const total = there.adults + there.children;
  return [
    ...(adults !== null && there.adults > adults
      ? [`${plural(there.adults, 'adulte', 'adultes')} pour ${plural(adults, 'place', 'places')}.`]
      : []),
    ...(children !== null && there.children > children
      ? [`${plural(there.children, 'enfant', 'enfants')} pour ${plural(children, 'place', 'places')}.`]
      : []),
    ...(persons !== null && total > persons
      ? [`${plural(total, 'personne', 'personnes')} dans un lieu prévu pour ${persons}.`]
      : []),
  ];
}

/** Group work is counted from five on (rule 8). */
export function confidentialCount(adults: number): string {
  return adults < 5
    ? 'Moins de 5 personnes présentes.'
    : `${plural(adults, 'personne présente', 'personnes présentes')}.`;
}
