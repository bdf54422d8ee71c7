import type { NewActivity } from '#app/catalog/createActivity.server.ts';
import type { Recurrence } from '#app/time/recurrence.ts';
import { addDays, weekday, type DateRange, type Weekday } from '#app/time/iso-date.ts';

/** An activity of one relais and when it meets. */
export type DemoActivity = Omit<NewActivity, 'relaisId'> & {
  recurrence: Recurrence;
  from: string;
  until: string;
  /** Minutes before and after. */
  around?: number;
  /** OWN: the relais's room; LENT: its partner's; LARGE and TRAINING: shared by all. */
  site: 'OWN' | 'LENT' | 'LARGE' | 'TRAINING';
  /** FIRST and SECOND of the relais's team; none for an ANALYSE: staff is not in the room. */
  animator: 'FIRST' | 'SECOND' | null;
  /** Account of an intervenant. */
  intervenant?: string;
  /** One after the other, a date each. */
  themes?: readonly string[];
};

const EVENING_THEMES = [
  'Le sommeil du tout-petit',
  'Les écrans et les enfants de moins de 3 ans',
  'Le contrat et la mensualisation',
  'Accompagner les pleurs et les colères',
  'L’alimentation, de la diversification au repas partagé',
  'Parler avec les parents en fin de journée',
  'Prévenir les accidents domestiques',
  'Le jeu libre',
];
const BRING = 'Des chaussons ou des chaussettes antidérapantes, un doudou si besoin.';
const WEEKS = (weekdays: readonly Weekday[], every = 1): Recurrence => ({ type: 'weekly', weekdays, every });

/** Lea leads the first two relais: their mornings and evenings never meet. */
const MORNINGS: readonly (readonly Weekday[])[] = [
  [2, 4],
  [1, 5],
  [2, 4],
  [2, 4],
  [1, 4],
  [2, 5],
];
const SECOND_MORNING: readonly Weekday[] = [5, 3, 5, 5, 5, 4];
const EVENINGS: readonly Weekday[] = [1, 2, 3, 4, 5, 1];

const MORNING_THEMES = [
  'Musique et comptines',
  'Parcours de motricité',
  'Peinture à doigts',
  'Transvaser, verser, remplir',
  'Histoires et marionnettes',
  'Jeux d’imitation',
  'Pâte à modeler maison',
  'Bulles et foulards',
  'Bac à sable et graines',
  'Cuisine des petits',
  'Boîtes à cachettes',
  'Danse et rondes',
  'Jardinage en bac',
];

/** The activities of a relais in a school year, by its index in RELAIS. */
export function activitiesOf(relais: number, year: DateRange): DemoActivity[] {
  return [
    ...mornings(relais),
    ...evenings(relais),
    ...(relais % 2 === 0 ? [analyse(relais)] : []),
    ...once(relais, year),
  ];
}

function mornings(relais: number): DemoActivity[] {
  const hours = { from: '09:30', until: '11:00', around: 15 } as const;
  return [
    {
      ...hours,
      kind: 'ATELIER',
      title: 'Atelier d’éveil',
      description: 'Jeux, manipulation et rencontres, dans une salle aménagée pour les tout-petits.',
      bring: BRING,
      ageMaxMonths: 47,
      maxAdults: 8,
      maxChildren: 18,
      recurrence: WEEKS(MORNINGS[relais] ?? [2]),
      site: 'OWN',
      animator: 'FIRST',
      themes: [...MORNING_THEMES.slice(relais * 2), ...MORNING_THEMES.slice(0, relais * 2)],
    },
    {
      ...hours,
      kind: 'ATELIER',
      title: 'Éveil musical',
      description: 'Comptines, instruments et écoute, avec une musicienne un vendredi sur trois.',
      bring: BRING,
      ageMinMonths: 6,
      ageMaxMonths: 47,
      maxAdults: 6,
      maxChildren: 12,
      bookingRules: { quotas: [{ most: 2, per: 'MONTH', over: 'ACTIVITY', counting: 'BOOKINGS' }] },
      recurrence: WEEKS([SECOND_MORNING[relais] ?? 5], 2),
      site: relais === 5 || relais === 1 ? 'LENT' : 'OWN',
      animator: 'SECOND',
    },
    {
      ...hours,
      kind: 'PASSERELLE',
      title: 'Lectures et jeux chez nos partenaires',
      description: 'On se retrouve sur place, accueillis par l’équipe du lieu.',
      ageMinMonths: 12,
      maxAdults: 6,
      maxChildren: 14,
      recurrence: { type: 'monthly', weekday: 2, nths: [3] },
      site: 'LENT',
      animator: 'SECOND',
    },
    {
      kind: 'PERMANENCE',
      title: 'Permanence d’accueil et de renseignements',
      description: 'Pour les professionnelles et les familles, sans rendez-vous.',
      from: '14:00',
      until: '17:00',
      recurrence: WEEKS([3]),
      site: 'OWN',
      animator: 'SECOND',
    },
  ];
}

function evenings(relais: number): DemoActivity[] {
  const weekday = EVENINGS[relais] ?? 1;
  return [
    {
      kind: 'REUNION',
      title: 'Soirée à thème',
      description: 'Un temps pour apprendre et échanger entre professionnelles.',
      audience: 'Professionnelles de l’accueil individuel ; parents bienvenus selon le thème',
      from: '19:30',
      until: '21:30',
      maxAdults: 20,
      bookingRules: { minimum: { adults: 6, decision: { type: 'hoursBefore', hours: 96 } } },
      recurrence: { type: 'monthly', weekday, nths: [relais === 5 ? 3 : 2] },
      site: 'OWN',
      animator: 'FIRST',
      intervenant: 'marc.petit',
      themes: [...EVENING_THEMES.slice(relais), ...EVENING_THEMES.slice(0, relais)],
    },
  ];
}

function analyse(relais: number): DemoActivity {
  return {
    kind: 'ANALYSE',
    title: 'Groupe d’analyse de pratiques',
    description:
      'Un petit groupe fixe, le soir, avec la même psychologue ou le même psychologue toute l’année. Tout y est confidentiel.',
    from: '19:30',
    until: '21:30',
    maxAdults: 10,
    recurrence: { type: 'monthly', weekday: EVENINGS[relais] ?? 1, nths: [4] },
    site: 'OWN',
    animator: null,
    intervenant: 'marc.petit',
  };
}

/** What meets once or twice in the year: trainings on Saturdays, parties, conferences. */
function once(relais: number, year: DateRange): DemoActivity[] {
  const saturdayOf = (month: number, nth: number) => saturdayIn(year.first, month, nth);
  const saturday = (month: number, nth: number): Recurrence => ({ type: 'dates', dates: [saturdayOf(month, nth)] });
  const training = {
    kind: 'FORMATION',
    from: '09:00',
    until: '17:00',
    maxAdults: 10,
    site: 'TRAINING',
    animator: null,
    intervenant: 'yann.brasseur',
  } as const;
  const large = { kind: 'EVENEMENT', site: 'LARGE', animator: 'SECOND', from: '10:00', until: '12:00' } as const;
  const all: readonly DemoActivity[] = [
    {
      ...training,
      title: 'Sauveteur secouriste du travail (SST)',
      description: 'Formation initiale, deux samedis, avec un organisme partenaire.',
      recurrence: { type: 'dates', dates: [saturdayOf(1, 2), saturdayOf(1, 3)] },
    },
    {
      ...large,
      title: 'Fête d’hiver',
      description: 'Spectacle, goûter et chansons pour petits et grands.',
      maxAdults: 40,
      maxChildren: 70,
      recurrence: saturday(12, 2),
    },
    {
      ...training,
      title: 'Parler avec un mot et un signe',
      description: 'Associer gestes et parole pour aider l’enfant à se faire comprendre.',
      recurrence: saturday(3, 3),
    },
    {
      ...large,
      title: 'Rencontre de l’emploi',
      description: 'Familles et assistantes maternelles se rencontrent, places disponibles en main.',
      maxAdults: 80,
      bookingRules: { children: { welcome: 'NONE', perAdult: null } },
      recurrence: saturday(3, 2),
    },
    {
      ...training,
      title: 'Recyclage SST',
      description: 'Sept heures pour entretenir ses gestes.',
      recurrence: saturday(12, 1),
    },
    {
      ...large,
      title: 'Fête des relais',
      description: 'Jeux d’eau, parcours et pique-nique.',
      maxAdults: 45,
      maxChildren: 70,
      recurrence: saturday(6, 3),
    },
  ];
  return all.slice(relais, relais + 1);
}

/** The nth Saturday of a month of the school year that begins on `first`. */
function saturdayIn(first: string, month: number, nth: number): string {
  const year = Number(first.slice(0, 4)) + (month < 9 ? 1 : 0);
  const day = `${year}-${String(month).padStart(2, '0')}-01`;
  return addDays(day, 6 - weekday(day) + (weekday(day) === 7 ? 7 : 0) + 7 * (nth - 1));
}
