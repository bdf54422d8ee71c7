/** Names that make fictional persons: any likeness is chance. */

export const FIRST_NAMES: readonly string[] = (
  'Aline Amélie Anaïs Annie Assia Aurore Béatrice Bénédicte Brigitte Camille Carole Céline Chantal Charlène Christelle ' +
  'Claire Clémence Coralie Corinne Delphine Djamila Dominique Élodie Émilie Estelle Fabienne Fanny Fatima Florence ' +
  'Françoise Gaëlle Géraldine Ghislaine Hélène Houria Ingrid Isabelle Jennifer Jessica Joëlle Julie Karine Khadija Laetitia ' +
  'Laure Laurence Leïla Lucie Ludivine Magali Malika Manon Marion Marlène Martine Mathilde Mélanie Mireille Monique ' +
  'Morgane Muriel Myriam Nathalie Nicole Noémie Océane Odile Ophélie Pascale Patricia Pauline Peggy Priscilla Rachida ' +
  'Régine Rosa Sabine Sabrina Samira Sandrine Sarah Séverine Sindy Solène Sonia Stéphanie Sylvie Tatiana Valérie Vanessa ' +
  'Véronique Virginie Yamina Yolande Zohra'
).split(' ');

export const LAST_NAMES: readonly string[] = (
  'Alavoine Auger Baillet Barbier Beaumont Benali Bernaille Bertoux Blondel Boitel Bonnard Boulanger Bourgeois Bricout ' +
  'Caron Carpentier Cauchois Chevalier Cordier Coulon Daboval Dacheux Dartois Debray Decroix Defossez Delahaye Delattre ' +
  'Demarcy Deneux Descamps Devaux Domont Dubois Ducrocq Dufour Dupuis Duval Elkaim Fauquet Flament Fournier Gaudefroy ' +
  'Gérard Godin Guérin Haddad Hennequin Herbet Hubert Jacquot Joly Lambert Langlet Lavigne Lebrun Leclercq Lecointe ' +
  'Legrand Lemaire Leroux Lesage Lesueur Letellier Macquet Mallet Marchand Masson Mercier Meunier Moreau Mortier Noël ' +
  'Olivier Pecquet Pelletier Petitjean Picard Poiret Poulain Prévost Quentin Ravin Renard Ribeiro Ricard Roger Rousselle ' +
  'Sailly Sénéchal Simon Sueur Tellier Thuillier Tissot Traoré Vasseur Verdier Vilain Wallet Warin Ziani'
).split(' ');

/** Labels AMs give the children they bring. */
export const CHILD_LABELS: readonly string[] =
  'Lou Sacha Noé Inaya Léo Jade Malo Zoé Tim Nour Côme Lina Ezio Mila'.split(' ');

/** "Émilie Le Roux" → "emilie.le-roux": the name of an account. */
export function accountName(firstName: string, lastName: string): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Diacritic}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  return `${plain(firstName)}.${plain(lastName)}`;
}

/** Its address; the domain can receive nothing. */
export const demoEmail = (account: string) => `${account}@demo.ribambelle.example`;

/** Numbers reserved for fiction (ARCEP): 06 39 98 00 00 to 06 39 98 99 99. */
export const fictionalPhone = (n: number) => `063998${String(n % 10_000).padStart(4, '0')}`;
