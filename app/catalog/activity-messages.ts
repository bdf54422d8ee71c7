export type ActivityRefusal = {
  code:
    | 'NOT_FOUND'
    | 'TITLE_EMPTY'
    | 'AGES_WRONG'
    | 'RELAIS_UNKNOWN'
    | 'COMMUNE_UNKNOWN'
    | 'PUBLISHED'
    | 'HAS_GROUP'
    | 'SITE_FULL';
};

/** What is refused to whoever prepares an activity, in one sentence. */
export function activityMessage({ code }: ActivityRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Ceci n’existe pas, ou n’est pas à vous.';
    case 'TITLE_EMPTY':
      return 'Donnez un titre à l’activité.';
    case 'AGES_WRONG':
      return 'L’âge le plus haut vient avant le plus bas.';
    case 'RELAIS_UNKNOWN':
      return 'Ce relais ne peut pas être invité.';
    case 'COMMUNE_UNKNOWN':
      return 'Cette commune n’est pas de votre collectivité.';
    case 'PUBLISHED':
      return 'Une date a déjà été publiée : annulez-la plutôt, celles qui sont inscrites seront prévenues.';
    case 'HAS_GROUP':
      return 'Un groupe suit cette activité : retirez d’abord le groupe.';
    case 'SITE_FULL':
      return 'Le plafond de personnes du lieu est trop bas pour cette séance.';
  }
}

/** The control of the forms beside which a refusal stands. */
export function activityRefusalField({ code }: ActivityRefusal): string {
  if (code === 'AGES_WRONG') return 'ageMaxAns';
  if (code === 'RELAIS_UNKNOWN') return 'guests';
  return code === 'COMMUNE_UNKNOWN' ? 'who' : 'titre';
}
