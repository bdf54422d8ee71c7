import { plural } from '#app/time/french.ts';
import type { PersonActor } from './actor.ts';
import { relaisChoices, type RelaisChoice } from './directory-choices.server.ts';
import { importProfessionals } from './importProfessionals.server.ts';
import {
  guessMapping,
  headerChoices,
  headersUnder,
  isNamed,
  packList,
  tableUnder,
  type GivenList,
  type ListMapping,
} from './list-columns.ts';
import type { ProfessionalFate } from './professional-fate.ts';
import { foldFates, type FateGroup } from './list-fates.ts';

export type TriedList = {
  /** The whole list, for the next step's form. */
  packed: string;
  mapping: ListMapping;
  headers: string[];
  headerChoices: { value: string; label: string }[];
  /** A few cells of each column, to recognise it. */
  samples: string[][];
  relais: RelaisChoice[];
  relaisSlug: string;
  /** What is missing to go on; null: the rows were read. */
  missing: string | null;
  groups: FateGroup[];
  /** How many are, or would be, added. */
  added: number;
  /** How many files get, or would get, a newer agrément. */
  renewed: number;
  applied: boolean;
  /** "300 lignes lues" */
  total: string;
};

export type ListTry = { list: GivenList; mapping: ListMapping | null; relaisSlug: string; apply: boolean };

const SAMPLES = 3;

/**
 * Reads a list under a mapping (guessed when there is none) and says what becomes of each row; adds those that can be
 * when `apply`. Adding the same list again adds nobody.
 */
export async function tryList(actor: PersonActor, given: ListTry, now: Date): Promise<TriedList> {
  const { list, apply } = given;
  const mapping = given.mapping ?? guessMapping(list);
  const relais = await relaisChoices(actor, 'professional.write');
  const only = relais.length === 1 ? relais[0] : undefined;
  const slug = given.relaisSlug === '' ? (only?.slug ?? '') : given.relaisSlug;
  const table = tableUnder(list, mapping);
  const headers = headersUnder(list, mapping);
  const samples = headers.map((_, index) =>
    table.body.flatMap(({ values }) => (values[index] ? [values[index]] : [])).slice(0, SAMPLES),
  );
  const total = plural(table.body.length, 'ligne lue', 'lignes lues');
  const columns = { mapping, headers, headerChoices: headerChoices(list), samples };
  const shown = { packed: packList(list), ...columns, relais, relaisSlug: slug, total };
  const nothing = { ...shown, groups: [], added: 0, renewed: 0, applied: false };
  if (!isNamed(mapping)) return { ...nothing, missing: 'Dites quelles colonnes sont le nom et le prénom.' };
  const input = { table, collectiviteId: actor.collectiviteId, apply, ...(slug !== '' && { relaisSlug: slug }) };
  const done = await importProfessionals(actor, input, now);
  if (!done.ok) return { ...nothing, missing: 'Choisissez l’un de vos relais.' };
  const count = (wanted: ProfessionalFate) => done.rows.filter(({ fate }) => fate === wanted).length;
  const counts = { added: count('add'), renewed: count('renew') };
  return { ...shown, missing: null, groups: foldFates(done.rows, apply), ...counts, applied: apply };
}
