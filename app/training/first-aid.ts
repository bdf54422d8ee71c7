/**
 * Titles of first-aid trainings, as JavaScript and PostgreSQL both read it, without case: the certificate and its
 * refresher bear different names, and the one renews the other.
 */
export const FIRST_AID = '(^|[^a-z])(sst|psc ?1|mac)([^a-z]|$)|secouri|premiers? secours|gestes? de secours';

const TITLE = new RegExp(FIRST_AID, 'i');

/** Is this the title of a first-aid training? */
export const isFirstAid = (title: string): boolean => TITLE.test(title);
