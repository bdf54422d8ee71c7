import {
  LIST_FIELDS,
  openProfessionals,
  readListColumns,
  type ListField,
  type ProfessionalTable,
} from './professional-columns.ts';

/** A list as it was given: every line of the file that is not empty, and its number there. */
export type GivenList = { rows: readonly (readonly string[])[]; lines: readonly number[] };

/** No line holds headers: the first is a person already. */
export const NO_HEADER = -1;

/** Which line holds the headers (by index, or `NO_HEADER`), and what each column is; null: left aside. */
export type ListMapping = { header: number; fields: readonly (ListField | null)[] };

export const MOST_ROWS = 3000;
export const MOST_COLUMNS = 60;

const LABELS: Record<ListField, string> = {
  lastName: 'Nom',
  firstName: 'Prénom',
  fullName: 'Nom et prénom ensemble',
  email: 'E-mail',
  phone: 'Téléphone',
  mobile: 'Téléphone portable',
  commune: 'Commune',
  kind: 'Métier',
  status: 'Situation',
  relais: 'Relais',
  since: 'Suivie depuis',
  children: 'Agrément : enfants à la fois',
  underThree: 'Agrément : moins de 3 ans',
  restrictions: 'Agrément : restrictions',
  validFrom: 'Agrément : début',
  validUntil: 'Agrément : fin',
};

/** What a column may be, as its list of choices shows it. */
export const COLUMN_OPTIONS = LIST_FIELDS.map((field) => ({ value: field, label: LABELS[field] }));

/** What the headers seem to mean; without any that is known, the first line is taken for them. */
export function guessMapping(list: GivenList): ListMapping {
  const body = openProfessionals(list)?.body[0];
  const header = body ? Math.max(0, list.lines.indexOf(body.line) - 1) : 0;
  const { at } = readListColumns(list.rows[header] ?? []);
  const fields = (list.rows[header] ?? []).map((_, index) => LIST_FIELDS.find((field) => at[field] === index) ?? null);
  return { header, fields };
}

/** The mapping that a form gives: `fields[i]` is what was chosen for column i. A field chosen twice counts once. */
export function readMapping(header: string, chosen: readonly string[]): ListMapping {
  const fields = chosen.map((text) => LIST_FIELDS.find((field) => field === text) ?? null);
  return {
    header: /^(?:-1|\d{1,2})$/.test(header) ? Number(header) : 0,
    fields: fields.map((field, index) => (field !== null && fields.indexOf(field) < index ? null : field)),
  };
}

/** The headers under a mapping: as many as there are columns, '' where a column has none. */
export function headersUnder({ rows }: GivenList, { header }: ListMapping): string[] {
  return (rows[0] ?? []).map((_, index) => rows[header]?.[index] ?? '');
}

/** The lines that may hold the headers, as one chooses among them: "Ligne 3 : Nom · Prénom · Ville". */
export function headerChoices({ rows, lines }: GivenList): { value: string; label: string }[] {
  const among = rows.slice(0, 6).map((cells, index) => {
    const words = cells
      .filter((cell) => cell !== '')
      .slice(0, 4)
      .join(' · ');
    return { value: String(index), label: `Ligne ${lines[index] ?? index + 1} : ${words.slice(0, 80)}` };
  });
  return [...among, { value: String(NO_HEADER), label: 'Aucune : la première ligne est déjà une personne' }];
}

/** Is there what makes a list of people: a name, or a surname and a first name? */
export function isNamed({ fields }: ListMapping): boolean {
  return fields.includes('fullName') || (fields.includes('lastName') && fields.includes('firstName'));
}

/** The list read under a mapping. */
export function tableUnder({ rows, lines }: GivenList, { header, fields }: ListMapping): ProfessionalTable {
  const at: ProfessionalTable['columns']['at'] = {};
  fields.forEach((field, index) => {
    if (field !== null) at[field] = index;
  });
  const heads = rows[header] ?? [];
  const unknown = heads.filter((head, index) => head !== '' && (fields[index] ?? null) === null);
  const body = rows.map((values, index) => ({ line: lines[index] ?? index + 1, values })).slice(header + 1);
  return { columns: { at, unknown: [...unknown] }, body };
}

/** The list as one text, to travel from one step's form to the next: nothing of it is kept on the server. */
export function packList({ rows, lines }: GivenList): string {
  const cell = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
  return rows.map((values, index) => [lines[index] ?? index + 1, ...values.map(cell)].join('\t')).join('\n');
}

/** What `packList` made of a list; a line without a number counts as 0. */
export function unpackList(text: string): GivenList {
  const packed = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  return { rows: packed.map(([, ...values]) => values), lines: packed.map(([line]) => Number(line) || 0) };
}
