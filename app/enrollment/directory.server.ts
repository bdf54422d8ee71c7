import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { agrementState, agrementWords, validityWords, type AgrementState } from '#app/people/agrement-state.ts';
import type { DirectoryFilters } from '#app/people/directory-filters.ts';
import { kindWords, statusWords, type WorkStatusName } from '#app/people/professional-words.ts';
import { capital, dayShort } from '#app/time/french.ts';
import { professionalRows, type ProfessionalRow } from './professional-rows.server.ts';

export type DirectoryLine = {
  id: string;
  /** "Morel Nadia" */
  name: string;
  kind: string;
  status: WorkStatusName | null;
  /** null when she works, as most do */
  statusWords: string | null;
  commune: string | null;
  relais: string | null;
  phone: string | null;
  hasEmail: boolean;
  agrement: { words: string; validity: string; state: AgrementState } | null;
  /** An assistante maternelle without agrément is missed; nobody else. */
  agrementMissing: boolean;
  /** "mar. 3 nov. 2026"; null: never */
  lastCame: string | null;
};

export type Directory = {
  lines: DirectoryLine[];
  /** of the filters, all pages */
  total: number;
  /** Id after which the next page begins; null: this is the last. */
  next: string | null;
};

const PAGE = 40;

/** A page of the professionals of the actor's relais; one query. */
export async function directory(
  actor: Actor,
  filters: DirectoryFilters,
  now: Date,
  { from = null, size = PAGE }: { from?: string | null; size?: number } = {},
  tx: Tx = db(),
): Promise<Directory> {
  const after = from !== null && isUuid(from) ? from : null;
  const rows = await professionalRows(tx, actor, filters, { from: after, limit: size + 1 }, now);
  const page = rows.slice(0, size);
  return {
    lines: page.map(lineOf),
    total: rows[0]?.total ?? 0,
    next: rows.length > size ? (page.at(-1)?.id ?? null) : null,
  };
}

function lineOf(row: ProfessionalRow): DirectoryLine {
  const { id, firstName, lastName, kind, status, commune, relais, phone, email, children, today, lastCame } = row;
  const agrement = children === null ? null : { children, underThree: row.underThree, validUntil: row.validUntil };
  return {
    ...{ id, commune, relais, phone, status, name: `${lastName} ${firstName}`, kind: capital(kindWords(kind)) },
    statusWords: status === null || status === 'ACTIVE' ? null : capital(statusWords(status)),
    hasEmail: email !== null,
    agrement: agrement && {
      words: agrementWords(agrement),
      validity: validityWords(agrement, today),
      state: agrementState(agrement, today),
    },
    agrementMissing: agrement === null && kind === 'ASSISTANTE_MATERNELLE',
    lastCame: lastCame === null ? null : dayShort(lastCame, { reference: today }),
  };
}
