/** Why a member could not be enrolled at a date of her group, from its history ("notEnrolled:OVERLAP"). */
export function notEnrolledInWords(what: string): string {
  switch (what.replace('notEnrolled:', '')) {
    case 'OVERLAP':
      return 'elle est inscrite ailleurs au même moment';
    case 'CHILDREN_NEEDED':
      return 'cette séance se vit avec des enfants, et aucun enfant habituel n’est noté';
    case 'TOO_MANY_CHILDREN':
      return 'elle vient avec plus d’enfants que la séance n’en permet par adulte';
    case 'AGE':
      return 'l’âge des enfants ne convient pas à la séance';
    case 'NEVER_FITS':
      return 'la séance est trop petite pour elle et ses enfants';
    case 'FREE_ACCESS':
      return 'cette séance est en accès libre';
    case 'QUOTA':
      return 'elle a le nombre d’inscriptions permis sur la période';
    default:
      return 'elle n’a pas pu être inscrite';
  }
}
