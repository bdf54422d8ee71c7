/** What suits someone who wishes to learn, as it stands within a sentence. */
export const SUITS = [
  { code: 'SATURDAY', slug: 'samedi', label: 'le samedi' },
  { code: 'WEEKDAY', slug: 'semaine', label: 'en semaine, sur le temps d’accueil' },
  { code: 'EVENING', slug: 'soir', label: 'le soir' },
  { code: 'REMOTE', slug: 'distance', label: 'à distance' },
  { code: 'NEARBY', slug: 'pres', label: 'près de chez moi' },
] as const;

export const URGENCIES = [
  { code: 'SOMEDAY', slug: 'un-jour', label: 'Un jour' },
  { code: 'THIS_YEAR', slug: 'annee', label: 'Dans l’année' },
  { code: 'URGENT', slug: 'vite', label: 'Le plus tôt possible' },
] as const;

export const SOURCES = [
  { code: 'SELF', slug: 'elle', label: 'Dit par elle' },
  { code: 'INTERVIEW', slug: 'entretien', label: 'Noté en entretien' },
  { code: 'TELEPHONE', slug: 'telephone', label: 'Noté au téléphone' },
  { code: 'CAMPAIGN', slug: 'campagne', label: 'Réponse à la campagne' },
  { code: 'RENEWAL', slug: 'renouvellement', label: 'À renouveler' },
] as const;

export type Suits = (typeof SUITS)[number]['code'];
export type Urgency = (typeof URGENCIES)[number]['code'];
export type NeedSource = (typeof SOURCES)[number]['code'];

type Named = { readonly code: string; readonly label: string };

/** The words of a code; the code itself when it is none of the list. */
export function labelOf(list: readonly Named[], code: string): string {
  return list.find((one) => one.code === code)?.label ?? code;
}
