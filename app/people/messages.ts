import type { LabelRefusal } from './child-label.ts';

export type PeopleRefusal =
  | { code: LabelRefusal | 'NOT_ALLOWED' | 'NOT_FOUND' | 'ALREADY_THERE' | 'PHONE_WRONG' | 'SLUG_WRONG' | 'SLUG_TAKEN' }
  | { code: 'COMMUNE_UNKNOWN' | 'RELAIS_UNKNOWN' | 'BRINGER_UNKNOWN' | 'NO_RELAIS' | 'DATES_WRONG' }
  | { code: 'REASON_UNKNOWN' | 'SITE_KNOWN' }
  | { code: 'AGREMENT_WRONG' | 'NO_CONTACT' | 'ANSWERED' | 'SAME_FILE' | 'WORKS_HERE' }
  | { code: 'UPCOMING_UNSAID'; count: number }
  | { code: 'NO_HOME' | 'NO_STATUS'; index: number }
  | { code: 'EMAIL_TAKEN'; emails: string[] };

/** What the people room refuses, in one sentence. */
export function peopleMessage(refusal: PeopleRefusal): string {
  switch (refusal.code) {
    case 'NOT_ALLOWED':
    case 'NOT_FOUND':
      return 'Ceci n’existe pas, ou n’est pas à vous.';
    case 'LABEL_EMPTY':
      return 'Écrivez un prénom ou un surnom.';
    case 'LABEL_TOO_LONG':
      return 'Le prénom ou surnom est trop long : 30 signes au plus.';
    case 'LABEL_SURNAME':
      return 'Un prénom ou un surnom suffit : n’écrivez jamais le nom de famille d’un enfant.';
    case 'MONTH_WRONG':
      return 'Indiquez le mois et l’année de naissance.';
    case 'MONTH_FUTURE':
      return 'Ce mois de naissance est à venir.';
    case 'GROWN_UP':
      return 'Ce mois de naissance date de plus de 18 ans.';
    case 'ALREADY_THERE':
      return 'Cet enfant est déjà dans votre liste.';
    case 'PHONE_WRONG':
      return 'Écrivez un numéro de téléphone à dix chiffres.';
    case 'SLUG_WRONG':
      return 'L’adresse courte ne contient que des lettres minuscules sans accent, des chiffres et des tirets.';
    case 'SLUG_TAKEN':
      return 'Un relais porte déjà ce nom, ou presque.';
    case 'COMMUNE_UNKNOWN':
      return 'Cette commune n’est pas du territoire.';
    case 'RELAIS_UNKNOWN':
      return 'Ce relais n’existe pas.';
    case 'SITE_KNOWN':
      return 'Ce relais a déjà un lieu de ce nom à cette adresse.';
    case 'BRINGER_UNKNOWN':
      return 'La personne qui accompagne n’est pas connue.';
    case 'NO_RELAIS':
      return 'Choisissez au moins un relais.';
    case 'DATES_WRONG':
      return 'La fin vient avant le début, ou une date n’existe pas.';
    case 'REASON_UNKNOWN':
      return 'Choisissez un motif de la liste.';
    case 'AGREMENT_WRONG':
      return 'Le nombre d’enfants ne va pas : au moins un, et pas plus de moins de 3 ans que d’enfants en tout.';
    case 'NO_CONTACT':
      return 'Indiquez une adresse e-mail ou un téléphone : le relais doit pouvoir vous répondre.';
    case 'ANSWERED':
      return 'Une autre réponse a déjà été donnée à cette demande.';
    case 'SAME_FILE':
      return 'C’est la même fiche.';
    case 'WORKS_HERE':
      return 'L’une des deux personnes est aussi intervenante ou membre d’une équipe : l’administration doit d’abord trancher.';
    case 'UPCOMING_UNSAID':
      return `Dites ce que devient son inscription à venir${refusal.count > 1 ? ` : elle en a ${refusal.count}` : ''}.`;
    case 'NO_HOME':
      return `Personne n° ${refusal.index + 1} : choisissez un relais de rattachement, et un seul.`;
    case 'NO_STATUS':
      return `Personne n° ${refusal.index + 1} : indiquez si elle est en activité.`;
    case 'EMAIL_TAKEN':
      return refusal.emails.length === 0
        ? 'Cette adresse est déjà celle d’une autre personne.'
        : `Adresse déjà connue : ${refusal.emails.join(', ')}.`;
  }
}
