import type { ActivityKindName } from './booking-rules.ts';

/** What a new activity of a kind begins with; each is changed at will. */
export type ActivityDefaults = {
  title: string;
  audience: string;
  bring: string;
  ageMinMonths: number | null;
  ageMaxMonths: number | null;
  maxAdults: number | null;
  maxChildren: number | null;
  /** One line that says what the kind is for. */
  about: string;
};

const ADULTS = { bring: '', ageMinMonths: null, ageMaxMonths: null, maxChildren: null };
const WITH_CHILDREN = {
  audience: 'Assistantes maternelles et gardes à domicile, avec les enfants accueillis',
  ageMinMonths: 3,
  ageMaxMonths: 47,
};

export const ACTIVITY_DEFAULTS: Readonly<Record<ActivityKindName, ActivityDefaults>> = {
  ATELIER: {
    ...WITH_CHILDREN,
    title: 'Atelier d’éveil',
    bring: '',
    maxAdults: 8,
    maxChildren: 16,
    about: 'Un temps de jeu avec les enfants, une matinée de semaine.',
  },
  REUNION: {
    ...ADULTS,
    title: 'Réunion à thème',
    audience: 'Assistantes maternelles, gardes à domicile et candidates',
    maxAdults: 20,
    about: 'Une soirée ou un samedi, sans les enfants, souvent avec un intervenant.',
  },
  ANALYSE: {
    ...ADULTS,
    title: 'Analyse de pratiques',
    audience: 'Un groupe constant, sur candidature',
    maxAdults: 12,
    about: 'Un petit groupe, la même intervenante tout du long. Confidentiel.',
  },
  FORMATION: {
    ...ADULTS,
    title: 'Formation',
    audience: 'Assistantes maternelles et gardes à domicile',
    maxAdults: 12,
    about: 'Une ou plusieurs dates, avec un organisme. Le relais confirme chaque inscription.',
  },
  PASSERELLE: {
    ...WITH_CHILDREN,
    title: 'Sortie à la bibliothèque',
    bring: '',
    maxAdults: 6,
    maxChildren: 12,
    about: 'Chez un partenaire : bibliothèque, ludothèque, école, ferme…',
  },
  EVENEMENT: {
    ...ADULTS,
    title: 'Temps fort',
    audience: 'Ouvert à toutes, avec ou sans enfants',
    maxAdults: null,
    about: 'Une fête, une conférence, une journée professionnelle.',
  },
  PERMANENCE: {
    ...ADULTS,
    title: 'Permanence',
    audience: 'Parents et professionnelles',
    maxAdults: null,
    about: 'Le relais est ouvert : on vient sans s’inscrire.',
  },
};
