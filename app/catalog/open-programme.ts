import type { Cell } from '#app/documents/csv.ts';
import type { SessionCard } from './session-card.ts';

/** One coming session of the open programme: what anyone may read, and nothing about persons. */
export type OpenSession = {
  id: string;
  url: string;
  titre: string;
  type: string;
  /** RFC 3339, with the offset of the place. */
  debut: string;
  fin: string;
  relais: string;
  lieu: string;
  adresse: string;
  commune: string;
  latitude: number | null;
  longitude: number | null;
  public: string;
  age_min_mois: number | null;
  age_max_mois: number | null;
  statut: 'prévue' | 'annulée';
  inscription: SessionCard['booking']['status'];
  /** null: not counted, or no ceiling. */
  places_adultes: number | null;
  places_enfants: number | null;
  en_attente: number;
};

/** What each column holds, for the page that documents the data. */
export const OPEN_COLUMNS: readonly { name: keyof OpenSession; holds: string }[] = [
  { name: 'id', holds: 'Identifiant stable de la séance.' },
  { name: 'url', holds: 'Adresse de la page de la séance.' },
  { name: 'titre', holds: 'Thème de la séance, sinon titre de l’activité.' },
  { name: 'type', holds: 'atelier, reunion, formation, passerelle, evenement ou permanence.' },
  { name: 'debut', holds: 'Début, date et heure avec le décalage horaire (RFC 3339).' },
  { name: 'fin', holds: 'Fin, de la même façon.' },
  { name: 'relais', holds: 'Nom du relais qui accueille.' },
  { name: 'lieu', holds: 'Nom du lieu.' },
  { name: 'adresse', holds: 'Adresse du lieu, sur une ligne.' },
  { name: 'commune', holds: 'Commune du lieu.' },
  { name: 'latitude', holds: 'Latitude (WGS 84), à virgule dans le tableau ; vide si elle n’est pas connue.' },
  { name: 'longitude', holds: 'Longitude, de même.' },
  { name: 'public', holds: 'Pour qui.' },
  { name: 'age_min_mois', holds: 'Âge des enfants, en mois, au moins ; vide : sans limite.' },
  { name: 'age_max_mois', holds: 'Âge des enfants, en mois, au plus ; vide : sans limite.' },
  { name: 'statut', holds: 'prévue ou annulée.' },
  {
    name: 'inscription',
    holds:
      'open (ouverte), notYet (pas encore), closed (close), started (commencée), free (accès libre), byName, cancelled.',
  },
  { name: 'places_adultes', holds: 'Places adultes qui restent ; vide : non comptées.' },
  { name: 'places_enfants', holds: 'Places enfants qui restent ; vide : non comptées.' },
  { name: 'en_attente', holds: 'Nombre d’inscriptions en liste d’attente.' },
];

/** The rows of the table, in the order of `OPEN_COLUMNS`. */
export function openRows(sessions: readonly OpenSession[]): Cell[][] {
  return sessions.map((session) => OPEN_COLUMNS.map(({ name }) => session[name]));
}
