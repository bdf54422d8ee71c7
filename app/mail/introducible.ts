import type { TemplateName } from '#app/mail/templates.ts';

/** The longest introduction, in signs. */
export const INTRODUCTION_MOST = 600;

/** Mails that a coordinator may begin with her own words, as screens name them. */
export const INTRODUCIBLE = {
  'enrollment-confirmed': 'Inscription confirmée',
  'enrollment-requested': 'Demande enregistrée',
  'enrollment-waiting': 'Liste d’attente',
  'offer-made': 'Une place se libère',
  'enrollment-promoted': 'Inscrite d’office depuis la liste d’attente',
  'enrollment-refused': 'Demande refusée',
  'session-moved': 'Séance déplacée',
  'session-cancelled': 'Séance annulée',
  'sessions-moved': 'Plusieurs séances changent',
  'sessions-cancelled': 'Plusieurs séances annulées',
  'session-reminder': 'Rappel avant une séance',
  'opening-announced': 'Ouverture des inscriptions',
  'new-sessions': 'Nouveautés de la semaine',
  'group-joined': 'Entrée dans un groupe',
  'access-opened': 'Accès ouvert',
} as const satisfies Partial<Record<TemplateName, string>>;

export type Introducible = keyof typeof INTRODUCIBLE;

/** May words be put above this mail? Not above a code, nor what is about the team's own work. */
export function isIntroducible(template: string): template is Introducible {
  return Object.hasOwn(INTRODUCIBLE, template);
}
