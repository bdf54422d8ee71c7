import type { DateRange } from '#app/time/iso-date.ts';
import type { Random } from './random.ts';

export type FilledRelais = { id: string; slug: string; ownSiteId: string; lentSiteId: string };

export type FilledProfessional = {
  personId: string;
  /** Index of her home relais. */
  relais: number;
  kind: 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';
  active: boolean;
  account: string | null;
};

/** What the steps of the filling hand to one another. */
export type DemoWorld = {
  collectiviteId: string;
  zone: string;
  year: DateRange;
  /** When the year was planned, and when it was published. */
  plannedAt: Date;
  publishedAt: Date;
  now: Date;
  random: Random;
  relais: FilledRelais[];
  largeSiteId: string;
  trainingSiteId: string;
  communeIds: ReadonlyMap<string, string>;
  /** Persons by account. */
  staff: ReadonlyMap<string, string>;
  professionals: FilledProfessional[];
};
