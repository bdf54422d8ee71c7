/** What is said of a theme. */
export type ThemeFacts = {
  title: string;
  hours: number | null;
  /** Months after which it is due again; null: never (first aid: a dated setting). */
  renewalMonths: number | null;
  /** Its place in the list, the smallest first. */
  position: number;
};

export type ThemeRefusal = {
  code: 'NOT_FOUND' | 'TITLE_EMPTY' | 'ALREADY_THERE' | 'HOURS_WRONG' | 'MONTHS_WRONG' | 'POSITION_WRONG';
};

const LONGEST_TITLE = 200;
const MOST_HOURS = 400;
const MOST_MONTHS = 240;
const MOST_POSITION = 999;

/** Why a theme may not be so; null: it may. */
export function themeRefusal({ title, hours, renewalMonths, position }: ThemeFacts): ThemeRefusal | null {
  if (title.trim() === '' || title.trim().length > LONGEST_TITLE) return { code: 'TITLE_EMPTY' };
  if (hours !== null && !(hours > 0 && hours <= MOST_HOURS)) return { code: 'HOURS_WRONG' };
  const months = renewalMonths ?? 1;
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) return { code: 'MONTHS_WRONG' };
  return Number.isInteger(position) && position >= 0 && position <= MOST_POSITION ? null : { code: 'POSITION_WRONG' };
}

/** A refusal in one sentence, and the field it stands beside. */
export function themeMessage({ code }: ThemeRefusal): { field: string; message: string } {
  switch (code) {
    case 'NOT_FOUND':
      return { field: 'titre', message: 'Ceci n’existe pas, ou n’est pas à vous.' };
    case 'TITLE_EMPTY':
      return { field: 'titre', message: `Écrivez un titre, de ${LONGEST_TITLE} signes au plus.` };
    case 'ALREADY_THERE':
      return { field: 'titre', message: 'Ce thème est déjà dans la liste.' };
    case 'HOURS_WRONG':
      return { field: 'heures', message: `La durée ne va pas : ${MOST_HOURS} heures au plus.` };
    case 'MONTHS_WRONG':
      return { field: 'mois', message: `Écrivez un nombre de mois, de 1 à ${MOST_MONTHS}.` };
    case 'POSITION_WRONG':
      return { field: 'ordre', message: `Écrivez un nombre entier, de 0 à ${MOST_POSITION}.` };
  }
}
