export type PlanRefusal =
  | {
      code:
        | 'NOT_FOUND'
        | 'NAME_EMPTY'
        | 'RELAIS_NEEDED'
        | 'RELAIS_HAS_LINES'
        | 'YEAR_WRONG'
        | 'NAME_TAKEN'
        | 'SIRET_WRONG'
        | 'ORGANISATION_RETIRED'
        | 'TITLE_EMPTY'
        | 'PEOPLE_WRONG'
        | 'NOBODY_CHOSEN'
        | 'NEEDS_TAKEN'
        | 'NEED_ELSEWHERE'
        | 'LINE_CLOSED'
        | 'WRONG_STAGE'
        | 'EMPLOYER_NEEDED'
        | 'WORD_NEEDED'
        | 'ORGANISATION_NEEDED'
        | 'DURATION_NEEDED'
        | 'NOT_PLANNING'
        | 'DATES_NEEDED'
        | 'DATE_PASSED'
        | 'SITE_UNKNOWN'
        | 'TRAINER_UNKNOWN'
        | 'SITE_FULL'
        | 'NOT_OVER'
        | 'NOT_MARKED';
    }
  | { code: 'TOO_MANY'; most: number; people: number }
  | { code: 'HOURS_WRONG' | 'SITE_CLOSED'; when: string }
  | { code: 'CLASH'; clashes: readonly { when: string; what: string; by: string }[] };

/** What the plan refuses: the field it stands beside, and one sentence. */
export function planMessage(refusal: PlanRefusal): { field: string; message: string } {
  const { code } = refusal;
  switch (code) {
    case 'NOT_FOUND':
      return { field: '', message: 'Ceci n’existe pas, ou n’est pas à vous.' };
    case 'NAME_EMPTY':
      return { field: 'nom', message: 'Écrivez un nom.' };
    case 'RELAIS_NEEDED':
      return { field: 'relais', message: 'Choisissez au moins un relais.' };
    case 'RELAIS_HAS_LINES':
      return {
        field: 'relais',
        message: 'Un relais que vous retirez suit une formation de ce plan, ou y a des dossiers.',
      };
    case 'YEAR_WRONG':
      return { field: 'annee', message: 'Choisissez une année entre 2020 et 2100.' };
    case 'NAME_TAKEN':
      return { field: 'nom', message: 'Ce nom est déjà pris.' };
    case 'SIRET_WRONG':
      return { field: 'siret', message: 'Un SIRET a 14 chiffres.' };
    case 'ORGANISATION_RETIRED':
      return { field: 'organisme', message: 'Cet organisme ne peut pas être choisi.' };
    case 'TITLE_EMPTY':
      return { field: 'titre', message: 'Écrivez le titre de la formation.' };
    case 'PEOPLE_WRONG':
      return { field: 'maximum', message: 'Le nombre le plus grand vient après le plus petit.' };
    case 'NOBODY_CHOSEN':
      return { field: 'besoins', message: 'Cochez au moins une personne.' };
    case 'NEEDS_TAKEN':
      return { field: 'besoins', message: 'Un besoin coché n’est plus libre : une autre formation l’a repris.' };
    case 'NEED_ELSEWHERE':
      return {
        field: '',
        message: 'Une autre formation répond déjà à ce besoin : reportez ou annulez d’abord son dossier là-bas.',
      };
    case 'LINE_CLOSED':
      return { field: '', message: 'Cette formation est finie ou annulée : elle ne change plus.' };
    case 'WRONG_STAGE':
      return { field: '', message: 'Ce n’est plus possible à cette étape : rechargez la page.' };
    case 'EMPLOYER_NEEDED':
      return { field: 'employeur', message: 'Écrivez le nom de l’employeur facilitateur.' };
    case 'WORD_NEEDED':
      return { field: 'mot', message: 'Dites pourquoi, en une phrase.' };
    case 'ORGANISATION_NEEDED':
      return { field: '', message: 'Choisissez d’abord l’organisme.' };
    case 'DURATION_NEEDED':
      return { field: '', message: 'Indiquez d’abord la durée.' };
    case 'NOT_PLANNING':
      return { field: '', message: 'Seule l’équipe du relais qui suit cette formation peut la dater.' };
    case 'DATES_NEEDED':
      return { field: 'demi-journees', message: 'Écrivez au moins une demi-journée.' };
    case 'DATE_PASSED':
      return { field: 'demi-journees', message: 'Une demi-journée est déjà passée.' };
    case 'SITE_UNKNOWN':
      return { field: 'lieu', message: 'Choisissez un lieu de la liste.' };
    case 'TRAINER_UNKNOWN':
      return { field: 'intervenant', message: 'Choisissez dans la liste.' };
    case 'SITE_FULL':
      return { field: 'lieu', message: 'Ce lieu est trop petit, ou vient d’être pris à ces heures.' };
    case 'NOT_OVER':
      return {
        field: '',
        message: 'La formation n’est pas finie : relevez les présences après la dernière demi-journée.',
      };
    case 'NOT_MARKED':
      return { field: '', message: 'Aucune présence n’est relevée : émargez d’abord les demi-journées.' };
    case 'TOO_MANY':
      return {
        field: '',
        message: `La formation compte ${refusal.people} dossiers pour ${refusal.most} places : reportez-en, ou élargissez le groupe.`,
      };
    case 'HOURS_WRONG':
      return { field: 'demi-journees', message: `Les heures ne vont pas : ${refusal.when}.` };
    case 'SITE_CLOSED':
      return { field: 'lieu', message: `Ce lieu n’est pas ouvert à ces dates : ${refusal.when}.` };
    case 'CLASH':
      return {
        field: 'demi-journees',
        message: refusal.clashes.map(({ when, what, by }) => `${when} : ${what} est pris par ${by}.`).join(' '),
      };
  }
}
