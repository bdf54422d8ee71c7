import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Cell } from '#app/documents/csv.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type PersonActor } from '#app/people/actor.ts';
import type { DirectoryFilters } from '#app/people/directory-filters.ts';
import { kindWords, statusWords } from '#app/people/professional-words.ts';
import { professionalRows, type ProfessionalRow } from './professional-rows.server.ts';

export type ExportedTable = { header: string[]; rows: Cell[][] };

/** The names the import knows: what is exported can be corrected in a spreadsheet and imported. */
const HEADER = [
  'Nom', 'Prénom', 'Métier', 'Statut', 'Commune', 'Relais', 'Téléphone', 'Courriel', 'Agrément (nombre d’enfants)',
  'Dont moins de 3 ans', 'Début d’agrément', 'Fin d’agrément', 'Dernière venue',
]; // prettier-ignore

/** The whole directory under the filters, as a table; who took it, when and how many lines is kept in the history. */
export async function exportProfessionals(
  actor: PersonActor,
  filters: DirectoryFilters,
  now: Date,
  tx?: Tx,
): Promise<ExportedTable> {
  return inTransaction(tx, async (tx) => {
    const rows = await professionalRows(tx, actor, filters, { from: null, limit: null }, now);
    const { collectiviteId, personId } = actor;
    const who = { collectiviteId, actorId: actorId(actor), subject: 'account' as const, subjectId: personId };
    await record(tx, now, { ...who, what: 'professionals.exported', detail: { rows: rows.length } });
    return { header: HEADER, rows: rows.map(cellsOf) };
  });
}

function cellsOf(row: ProfessionalRow): Cell[] {
  const { lastName, firstName, kind, status, commune, relais, phone, email, children, underThree } = row;
  return [
    ...[lastName, firstName, kindWords(kind), status === null ? null : statusWords(status), commune, relais],
    ...[phone, email, children, underThree, french(row.validFrom), french(row.validUntil), french(row.lastCame)],
  ];
}

/** "24/11/2026": what spreadsheets understand here. */
function french(date: string | null): string | null {
  return date === null ? null : date.split('-').reverse().join('/');
}
