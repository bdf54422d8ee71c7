import type { PeopleRefusal } from './messages.ts';

const FIELDS: Partial<Record<PeopleRefusal['code'], string>> = {
  EMAIL_TAKEN: 'email',
  SITE_KNOWN: 'nom',
  SLUG_TAKEN: 'nom',
  SLUG_WRONG: 'nom',
  PHONE_WRONG: 'telephone',
  COMMUNE_UNKNOWN: 'commune',
  RELAIS_UNKNOWN: 'relais',
  NO_RELAIS: 'relais',
  NO_CONTACT: 'email',
  DATES_WRONG: 'depuis',
  AGREMENT_WRONG: 'enfants',
  UPCOMING_UNSAID: 'avenir',
};

/** The field of a professional's forms that a refusal is about; the form as a whole for those about none. */
export const refusalField = ({ code }: PeopleRefusal): string => FIELDS[code] ?? 'formulaire';
