export type TrainingRefusal = {
  code:
    | 'NOT_FOUND'
    | 'NOTHING_SAID'
    | 'THEME_UNKNOWN'
    | 'NO_RELAIS'
    | 'TITLE_EMPTY'
    | 'ALREADY_THERE'
    | 'HOURS_WRONG'
    | 'DATES_WRONG'
    | 'PROOF_TOO_LARGE'
    | 'PROOF_WRONG'
    | 'NOT_OVER'
    | 'NOBODY'
    | 'NOTHING_TO_SAY'
    | 'REASON_EMPTY';
};

/** What the training room refuses, in one sentence. */
export function trainingMessage({ code }: TrainingRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Ceci n’existe pas, ou n’est pas à vous.';
    case 'NOTHING_SAID':
      return 'Choisissez un thème, ou écrivez ce que vous souhaitez apprendre.';
    case 'THEME_UNKNOWN':
      return 'Ce thème n’est plus proposé : choisissez-en un autre.';
    case 'NO_RELAIS':
      return 'Cette personne n’est rattachée à aucun relais.';
    case 'TITLE_EMPTY':
      return 'Écrivez un titre.';
    case 'ALREADY_THERE':
      return 'Ce thème est déjà dans la liste.';
    case 'HOURS_WRONG':
      return 'La durée ne va pas : entre une demi-heure et 400 heures.';
    case 'DATES_WRONG':
      return 'Cette date ne va pas : la formation est passée, et la validité finit après elle.';
    case 'PROOF_TOO_LARGE':
      return 'Ce fichier est trop grand : 5 Mo au plus.';
    case 'PROOF_WRONG':
      return 'Ce fichier n’est ni un PDF, ni une photo JPEG ou PNG.';
    case 'NOT_OVER':
      return 'La dernière date n’est pas encore passée.';
    case 'NOBODY':
      return 'Choisissez au moins une personne.';
    case 'NOTHING_TO_SAY':
      return 'Aucune présence n’est notée : il n’y a rien à attester.';
    case 'REASON_EMPTY':
      return 'Écrivez pourquoi cette attestation est annulée.';
  }
}
