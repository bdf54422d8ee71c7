export type MaterialWhen = 'BEFORE' | 'AFTER';

/** At most this many living ones for an activity: a page stays a page. */
export const MOST_MATERIALS = 60;
export const LARGEST_FILE = 10_000_000;
export const LONGEST_TITLE = 200;
const LONGEST_LINK = 2000;

export type MaterialRefusal = {
  code:
    | 'NOT_FOUND'
    | 'NOTHING_GIVEN'
    | 'BOTH_GIVEN'
    | 'TITLE_EMPTY'
    | 'LINK_WRONG'
    | 'FILE_TOO_LARGE'
    | 'FILE_WRONG'
    | 'TOO_MANY';
};

/** A refusal in one French sentence, and the field it stands beside. */
export function materialMessage({ code }: MaterialRefusal): { field: string; message: string } {
  switch (code) {
    case 'NOT_FOUND':
      return { field: 'seance', message: 'Ceci n’existe pas, ou n’est pas à vous.' };
    case 'NOTHING_GIVEN':
      return { field: 'fichier', message: 'Choisissez un fichier, ou écrivez l’adresse d’une page.' };
    case 'BOTH_GIVEN':
      return { field: 'fichier', message: 'Un fichier ou une adresse, pas les deux : ajoutez-les l’un après l’autre.' };
    case 'TITLE_EMPTY':
      return { field: 'titre', message: `Donnez un titre, de ${LONGEST_TITLE} signes au plus.` };
    case 'LINK_WRONG':
      return { field: 'lien', message: 'Écrivez une adresse entière, par exemple https://www.exemple.fr/page.' };
    case 'FILE_TOO_LARGE':
      return { field: 'fichier', message: 'Ce fichier est trop grand : 10 Mo au plus.' };
    case 'FILE_WRONG':
      return {
        field: 'fichier',
        message: 'Ce fichier n’est ni un PDF, ni une image, ni un document de bureautique (texte, tableau, diaporama).',
      };
    case 'TOO_MANY':
      return { field: 'titre', message: `Cette activité a déjà ${MOST_MATERIALS} documents : retirez-en un d’abord.` };
  }
}

/** A page's address as it is kept; null: it is none. */
export function pageLink(text: string): string | null {
  const link = text.trim();
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return null;
  const { protocol, href, username } = new URL(link);
  return (protocol === 'https:' || protocol === 'http:') && username === '' ? href : null;
}

/** "320 ko", "1,4 Mo". */
export function sizeInWords(bytes: number): string {
  if (bytes < 950_000) return `${Math.max(1, Math.round(bytes / 1000))} ko`;
  return `${(Math.round(bytes / 100_000) / 10).toString().replace('.', ',')} Mo`;
}
