import { capital, dayPlain } from '#app/time/french.ts';
import { normalEmail, normalPhone } from './contact.ts';
import {
  isEmail,
  readCapacity,
  readCount,
  readFrenchDate,
  readProfessionalKind,
  readWorkStatus,
  splitName,
} from './professional-cells.ts';
import type { ListCells } from './professional-columns.ts';

/** One professional as her row says; `missing` keeps the row out until it is mended. French sentences. */
export type ProfessionalRow = {
  line: number;
  lastName: string;
  firstName: string;
  email: string | null;
  phone: string | null;
  commune: string;
  relais: string;
  kind: 'ASSISTANTE_MATERNELLE' | 'GARDE_A_DOMICILE' | 'CANDIDATE';
  status: 'ACTIVE' | 'PAUSED' | 'CEASED';
  /** Of her membership and her status. */
  from: string;
  agrement: {
    children: number;
    underThree?: number;
    restrictions?: string;
    validFrom: string;
    validUntil?: string;
  } | null;
  /** The list says when it began; else it is noted from today. */
  agrementDated: boolean;
  understood: string[];
  missing: string[];
  proposed: string[];
};

const KIND_WORDS = {
  ASSISTANTE_MATERNELLE: 'assistante maternelle',
  GARDE_A_DOMICILE: 'garde d’enfants à domicile',
  CANDIDATE: 'candidate à l’agrément',
} as const;
const STATUS_WORDS = { ACTIVE: 'en activité', PAUSED: 'en pause', CEASED: 'cessation' } as const;

/** Reads one row of a list. Never throws, guesses nothing silently. `today`: `YYYY-MM-DD`. */
export function readProfessional(cells: ListCells, line: number, today: string): ProfessionalRow {
  const kind = readProfessionalKind(cells.kind);
  const status = readWorkStatus(cells.status);
  const since = readFrenchDate(cells.since);
  const row: ProfessionalRow = {
    ...{ line, ...namesOf(cells), commune: cells.commune, relais: cells.relais, from: since ?? today },
    ...{ kind: kind ?? 'ASSISTANTE_MATERNELLE', status: status ?? 'ACTIVE' },
    ...{ email: cells.email === '' ? null : normalEmail(cells.email), phone: phoneOf(cells) },
    ...{ agrement: null, agrementDated: cells.validFrom !== '' },
    ...{ understood: [], missing: [], proposed: [] },
  };
  if (row.lastName === '')
    row.missing.push(cells.fullName === '' ? 'le nom' : `nom et prénom à séparer : « ${cells.fullName} »`);
  else if (row.firstName === '') row.missing.push('le prénom');
  if (row.email !== null && !isEmail(row.email)) row.missing.push(`courriel illisible : « ${cells.email} »`);
  const phones = [cells.mobile, cells.phone].filter((text) => text !== '');
  if (phones.length > 0 && row.phone === null) row.missing.push(`téléphone illisible : « ${phones.join(' », « ')} »`);
  if (kind === null) row.missing.push(`métier non reconnu : « ${cells.kind} »`);
  if (status === null) row.missing.push(`situation non reconnue : « ${cells.status} »`);
  if (since === null) row.missing.push(`date illisible : « ${cells.since} »`);
  row.understood.push(`${KIND_WORDS[row.kind]}, ${STATUS_WORDS[row.status]}`);
  for (const known of [row.email, row.phone, row.commune]) if (known) row.understood.push(known);
  if (row.email === null) row.proposed.push('sans courriel : pas de compte, jointe par téléphone');
  if (row.commune === '') row.proposed.push('sans commune');
  if (since === undefined) row.proposed.push(`suivie à partir du ${dayPlain(row.from, { year: true })}`);
  return { ...row, agrement: agrementOf(cells, row, today) };
}

function namesOf(cells: ListCells): { lastName: string; firstName: string } {
  const { lastName, firstName } = cells;
  const names = lastName === '' && firstName === '' ? splitName(cells.fullName) : { lastName, firstName };
  return { lastName: tidy(names?.lastName ?? ''), firstName: tidy(names?.firstName ?? '') };
}

/** "DUPONT-MARTIN" → "Dupont-Martin"; what is not all capitals stays as written. */
function tidy(name: string): string {
  if (name !== name.toLocaleUpperCase('fr')) return name;
  return name.toLocaleLowerCase('fr').replace(/(?<=^|[\s'’-])\p{L}/gu, (letter) => capital(letter));
}

function phoneOf({ mobile, phone }: ListCells): string | null {
  for (const cell of [mobile, phone]) {
    for (const part of [cell, ...cell.split(/[/,;]| ou | et /)]) {
      const digits = part.replace(/[^\d+]/g, '');
      const read = normalPhone(/^[1-9]\d{8}$/.test(digits) ? `0${digits}` : part); // a spreadsheet drops the first zero
      if (read) return read;
    }
  }
  return null;
}

function agrementOf(cells: ListCells, row: ProfessionalRow, today: string): ProfessionalRow['agrement'] {
  const capacity = readCapacity(cells.children);
  const underThree = readCount(cells.underThree);
  const validFrom = readFrenchDate(cells.validFrom);
  const validUntil = readFrenchDate(cells.validUntil);
  if (capacity === null) row.missing.push(`agrément illisible : « ${cells.children} »`);
  if (underThree === null) row.missing.push(`nombre de moins de 3 ans illisible : « ${cells.underThree} »`);
  if (validFrom === null) row.missing.push(`date d’agrément illisible : « ${cells.validFrom} »`);
  if (validUntil === null) row.missing.push(`fin d’agrément illisible : « ${cells.validUntil} »`);
  if (!capacity) {
    if (capacity === undefined && row.kind === 'ASSISTANTE_MATERNELLE') row.proposed.push('agrément à compléter');
    return null;
  }
  const from = validFrom ?? today;
  if (validUntil && validUntil < from) row.missing.push('la fin de l’agrément vient avant son début');
  if ((underThree ?? 0) > capacity.children) row.missing.push('plus d’enfants de moins de 3 ans que d’enfants en tout');
  const young = underThree ?? capacity.underThree;
  const words = young === undefined ? '' : ` dont ${young} de moins de 3 ans`;
  row.understood.push(
    `agrément pour ${capacity.children}${words}${validUntil ? `, jusqu’au ${dayPlain(validUntil, { year: true })}` : ''}`,
  );
  if (validFrom === undefined) row.proposed.push(`agrément noté à partir du ${dayPlain(from, { year: true })}`);
  return {
    ...{ children: capacity.children, validFrom: from },
    ...(young === undefined ? {} : { underThree: young }),
    ...(cells.restrictions === '' ? {} : { restrictions: cells.restrictions }),
    ...(validUntil ? { validUntil } : {}),
  };
}
