import { foldHeader } from '#app/documents/fold.ts';

export const PROGRAMME_FIELDS = [
  'relais', 'commune', 'kind', 'title', 'place', 'date', 'start', 'end', 'recurrence',
  'adults', 'children', 'places', 'audience', 'intervenant', 'notes', 'source',
] as const; // prettier-ignore
export type ProgrammeField = (typeof PROGRAMME_FIELDS)[number];
export type ProgrammeColumns = {
  /** column index of each field found */
  at: Partial<Record<ProgrammeField, number>>;
  /** headers that mean nothing to the import, as written */
  unknown: string[];
  /** headers that say the same as an earlier column, as written */
  repeated: string[];
};

/** Words of a header, singular and without small words; the first list that holds the header names the field. */
const NAMES: Record<ProgrammeField, string> = {
  relais: 'relais|rpe|ram|nom relais|relais petite enfance|structure|organisateur|antenne',
  commune: 'commune|ville|secteur|localite',
  kind: 'kind|type|nature|activite|type activite|nature activite|categorie|genre|type animation',
  title:
    'title|intitule|titre|theme|nom|nom activite|libelle|objet|intitule activite|titre activite|animation|nom atelier|atelier|sujet|thematique|designation',
  place: 'place|lieu|salle|adresse|site|endroit|lieu activite|lieu rendez vous|local',
  date: 'weekday or date|weekday|date|jour|jour date|date jour|quand|jour semaine|date seance|date heure|date horaire|jour horaire|jour heure|calendrier',
  start: 'start|debut|heure debut|horaire|heure|creneau|creneau horaire|horaire debut|de|arrivee|plage horaire',
  end: 'end|fin|heure fin|horaire fin|jusque|jusqu|depart|heure depart',
  recurrence: 'recurrence|frequence|periodicite|rythme|repetition|periode',
  adults:
    'adult place|place adulte|nb adulte|nombre adulte|nbre adulte|place am|nb am|nombre am|adulte|place professionnel|nombre assistante maternelle|nb place adulte|nombre place adulte|max adulte|adulte max|capacite adulte|place assistante maternelle',
  children:
    'child place|place enfant|nb enfant|nombre enfant|nbre enfant|enfant|nb place enfant|nombre place enfant|max enfant|enfant max|capacite enfant',
  places:
    'place disponible|nb place|nombre place|nbre place|capacite|effectif|effectif max|jauge|nombre participant|nb participant|nombre max|nombre place disponible|participant max|place max|limite',
  audience: 'audience|public|public vise|public concerne|pour qui|participant|destinataire|cible',
  intervenant:
    'intervenant|intervenante|intervenant e|intervenante e|animateur|animatrice|intervenant externe|anime|formateur|formatrice|prestataire|partenaire|animateur trice',
  notes:
    'note|remarque|observation|commentaire|divers|precision|info|information|description|detail|information complementaire|info complementaire|info pratique',
  source: 'source|origine|lien|url|site internet',
};

function names(field: ProgrammeField): string[] {
  return NAMES[field].split('|').map(foldHeader);
}

function fieldOf(header: string): ProgrammeField | null {
  const folded = foldHeader(header);
  // « Places » seul est une capacité ; le nom anglais « place » est un lieu.
  if (folded === 'place') return /s\s*$/i.test(header) ? 'places' : 'place';
  return PROGRAMME_FIELDS.find((field) => names(field).includes(folded)) ?? null;
}

/** Which column holds what, in any order; accents, case and plurals do not matter. */
export function readColumns(headers: readonly string[]): ProgrammeColumns {
  const columns: ProgrammeColumns = { at: {}, unknown: [], repeated: [] };
  const natures: number[] = [];
  headers.forEach((header, index) => {
    const field = fieldOf(header);
    if (!field) {
      if (header.trim() !== '') columns.unknown.push(header.trim());
    } else if (columns.at[field] !== undefined) columns.repeated.push(header.trim());
    else {
      columns.at[field] = index;
      if (field === 'kind' && foldHeader(header) === 'activite') natures.push(index);
    }
  });
  return asTitle(columns, natures[0]);
}

/** « Activité » seule, sans intitulé, est à la fois la nature et le titre. */
function asTitle(columns: ProgrammeColumns, activity: number | undefined): ProgrammeColumns {
  if (activity === undefined || columns.at.title !== undefined) return columns;
  return { ...columns, at: { ...columns.at, title: activity } };
}

/** Does this header row announce a programme (a title or a kind, and a moment)? */
export function isProgramme(columns: ProgrammeColumns): boolean {
  const { at } = columns;
  const named = at.title !== undefined || at.kind !== undefined;
  return named && (at.date !== undefined || at.start !== undefined || at.recurrence !== undefined);
}
