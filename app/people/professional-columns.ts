import { foldHeader } from '#app/documents/fold.ts';

export const LIST_FIELDS = [
  'lastName', 'firstName', 'fullName', 'email', 'phone', 'mobile', 'commune', 'kind', 'status', 'relais', 'since',
  'children', 'underThree', 'restrictions', 'validFrom', 'validUntil',
] as const; // prettier-ignore
export type ListField = (typeof LIST_FIELDS)[number];
export type ListCells = Record<ListField, string>;

const NAMES: Record<ListField, string> = {
  lastName: 'nom|nom famille|nom usage|nom naissance|nom assistante maternelle|nom am',
  firstName: 'prenom|prenom usuel',
  fullName: 'nom prenom|nom et prenom|nom complet|assistante maternelle|identite',
  email: 'courriel|mail|e mail|email|adresse mail|adresse e mail|adresse email|adresse courriel|adresse electronique',
  phone: 'telephone|tel|telephone fixe|fixe|tel fixe|numero telephone|n telephone|no telephone|contact',
  mobile: 'portable|mobile|telephone portable|telephone mobile|tel portable|tel mobile|gsm',
  commune: 'commune|ville|localite|commune residence|commune exercice',
  kind: 'metier|profession|type|categorie|qualite|fonction|mode exercice',
  status: 'statut|situation|etat|activite|en activite',
  relais: 'relais|rpe|ram|antenne|secteur|relais rattachement',
  since: 'depuis|inscrite depuis|date inscription|suivie depuis|date adhesion',
  children:
    'agrement|nombre enfant|nb enfant|nombre agrement|capacite|capacite agrement|capacite accueil|nombre place|nb place|place|agrement nombre enfant|nombre enfant agrement',
  underThree: 'moins 3 an|dont moins 3 an|enfant moins 3 an|moin 3 an|dont moin 3 an|enfant moin 3 an|nombre moin 3 an',
  restrictions: 'restriction|restriction agrement|precision agrement|remarque agrement',
  validFrom:
    'date agrement|debut agrement|agrement depuis|agreee depuis|date debut agrement|premier agrement|agrement debut',
  validUntil:
    'fin agrement|date fin agrement|validite|validite agrement|fin validite|echeance|echeance agrement|agrement jusque|agrement jusqu|agrement fin|date renouvellement|renouvellement',
};

export type ListColumns = {
  at: Partial<Record<ListField, number>>;
  /** Headers that mean nothing to the import, as written. */
  unknown: string[];
};

export type ProfessionalTable = {
  columns: ListColumns;
  body: readonly { line: number; values: readonly string[] }[];
};

type Lines = { readonly rows: readonly (readonly string[])[]; readonly lines: readonly number[] };

const LINES_ABOVE = 10;

/** Finds the header within the first ten lines: a name, and a way to reach or to place her; null when this is no list. */
export function openProfessionals({ rows, lines }: Lines): ProfessionalTable | null {
  for (const [index, headers] of rows.slice(0, LINES_ABOVE).entries()) {
    const columns = readListColumns(headers);
    if (!isList(columns)) continue;
    const body = rows.map((values, at) => ({ line: lines[at] ?? at + 1, values })).slice(index + 1);
    return { columns, body };
  }
  return null;
}

/** Which column holds what, in any order; accents, case and plurals do not matter. */
export function readListColumns(headers: readonly string[]): ListColumns {
  const columns: ListColumns = { at: {}, unknown: [] };
  headers.forEach((header, index) => {
    const folded = foldHeader(header);
    const field = LIST_FIELDS.find((name) => NAMES[name].split('|').map(foldHeader).includes(folded));
    if (field && columns.at[field] === undefined) columns.at[field] = index;
    else if (header.trim() !== '') columns.unknown.push(header.trim());
  });
  return columns;
}

/** A line’s cells by what their columns hold; '' where the list has no such column. */
export function cellsOfList(values: readonly string[], { at }: ListColumns): ListCells {
  const cell = (field: ListField) => (values[at[field] ?? -1] ?? '').replace(/\s+/gu, ' ').trim();
  return {
    ...{ lastName: cell('lastName'), firstName: cell('firstName'), fullName: cell('fullName'), email: cell('email') },
    ...{ phone: cell('phone'), mobile: cell('mobile'), commune: cell('commune'), kind: cell('kind') },
    ...{ status: cell('status'), relais: cell('relais'), since: cell('since'), children: cell('children') },
    ...{ underThree: cell('underThree'), restrictions: cell('restrictions') },
    ...{ validFrom: cell('validFrom'), validUntil: cell('validUntil') },
  };
}

function isList({ at }: ListColumns): boolean {
  const named = at.fullName !== undefined || (at.lastName !== undefined && at.firstName !== undefined);
  return named && [at.email, at.phone, at.mobile, at.commune, at.children].some((column) => column !== undefined);
}
