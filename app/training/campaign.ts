export type CampaignRefusal = {
  code: 'NOT_FOUND' | 'DAY_WRONG' | 'ALREADY_OPEN' | 'NOBODY' | 'OVER' | 'THEME_UNKNOWN' | 'NOTHING_SAID';
};

/** A campaign longer than that is forgotten by those it asks. */
const LONGEST_DAYS = 92;
const DAY_MS = 86_400_000;

/** May a campaign begun today close on that day? From tomorrow on, within three months. */
export function mayCloseOn(day: string, today: string): boolean {
  const days = (Date.parse(day) - Date.parse(today)) / DAY_MS;
  return days >= 1 && days <= LONGEST_DAYS;
}

/** What the campaign's commands refuse, in one sentence. */
export function campaignMessage({ code }: CampaignRefusal): string {
  switch (code) {
    case 'NOT_FOUND':
      return 'Choisissez un de vos relais.';
    case 'DAY_WRONG':
      return 'Choisissez un jour à partir de demain, et dans les trois mois.';
    case 'ALREADY_OPEN':
      return 'Une campagne est déjà ouverte dans ce relais : attendez sa date de fin.';
    case 'NOBODY':
      return 'Ce relais n’a aucune professionnelle en activité.';
    case 'OVER':
      return 'La campagne est finie.';
    case 'THEME_UNKNOWN':
      return 'Ce thème n’est plus proposé : choisissez-en un autre.';
    case 'NOTHING_SAID':
      return 'Choisissez un thème, ou écrivez ce que vous souhaitez apprendre.';
  }
}

/** "132 réponses sur 491" */
export function progressInWords(answered: number, invited: number): string {
  return `${answered} ${answered > 1 ? 'réponses' : 'réponse'} sur ${invited}`;
}
