import type { Tx } from '#app/db/client.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { relaisWhere } from '#app/people/permissions.ts';
import type { KnownRelais } from '#app/people/relais-match.ts';
import { schoolYearOf } from '#app/time/iso-date.ts';
import { localDate } from '#app/time/local.ts';
import { ImportRefused, importRow } from './importRow.server.ts';
import type { RowImport } from './import-row.ts';
import { importWorld, type ImportWorld } from './import-world.server.ts';
import { planRow, type PlanningMemory } from './import-plans.server.ts';
import type { ProgrammeTable } from './programme.ts';
import { programmeRows } from './programme.ts';
import type { SchoolYear } from './programme-year.ts';

export type ProgrammeImport = {
  table: ProgrammeTable;
  /** The school year it is moved to; null: its own dates. */
  year: SchoolYear | null;
  collectiviteId: string;
  /** false: nothing is written, only what would be is told */
  apply: boolean;
  /** Publishes what is complete; without it everything stays a draft. */
  publish: boolean;
  /** All rows go to this relais. */
  relaisSlug?: string;
  /** Makes the relais that the file names and we do not have. */
  createRelais?: boolean;
  /** Told after each row. */
  progress?: (done: number, total: number) => void;
};

export type ImportDone = {
  rows: RowImport[];
  emptyLines: number;
  columns: ProgrammeTable['columns'];
  /** `shippedYears`: school years whose holidays come from the shipped calendar. */
  world: Pick<ImportWorld, 'name' | 'schoolZone' | 'shippedYears'> & { relais: KnownRelais[]; schoolYear: string };
};

type Refusal = { code: 'NOT_FOUND' } | { code: 'NO_SUCH_RELAIS'; slugs: string[] };

/**
 * Brings a relais's programme into the catalogue, each row in its own transaction: stopped halfway, it is begun again.
 * A row imported before is left as it is (only its drafts are published when asked). Rows it cannot hold, or whose
 * relais is not there, are given back as such. Refuses a collectivité or a relais where the actor does not plan.
 */
export async function importProgramme(
  actor: Actor,
  input: ProgrammeImport,
  now: Date,
): Promise<Outcome<ImportDone, Refusal>> {
  const world = await importWorld(input.collectiviteId);
  if (!world || !mayPlan(actor, world)) return refuse({ code: 'NOT_FOUND' });
  const given = world.relais.find(({ slug }) => slug === input.relaisSlug) ?? null;
  if (input.relaisSlug !== undefined && !given) {
    return refuse({ code: 'NO_SUCH_RELAIS', slugs: world.relais.map(({ slug }) => slug).sort() });
  }
  const { year, table } = input;
  const context = { year, today: localDate(now, world.zone) };
  const wishes = { given, create: input.createRelais ?? false };
  const memory: PlanningMemory = { world, wishes, publish: input.publish, now, held: [], daysOff: new Map() };
  const rows: RowImport[] = [];
  let emptyLines = 0;
  for (const row of programmeRows(table, context)) {
    if (row) {
      const plan = await planRow(memory, row);
      rows.push(input.apply ? await applied(actor, plan, memory) : plan);
    } else emptyLines += 1;
    input.progress?.(rows.length + emptyLines, table.body.length);
  }
  return {
    ok: true,
    rows,
    emptyLines,
    columns: table.columns,
    world: { ...world, schoolYear: schoolYearOf(context.today).name },
  };
}

/** Keeps of the relais those where the actor plans. */
function mayPlan(actor: Actor, world: ImportWorld): boolean {
  if (actor.kind === 'person' && actor.collectiviteId !== world.collectiviteId) return false;
  const where = relaisWhere(actor, 'session.plan');
  if (where === 'all') return true;
  world.relais = world.relais.filter(({ id }) => where.includes(id));
  return world.relais.length > 0;
}

/** Writes one row; what stands in its way is told, and the next rows go on. */
async function applied(actor: Actor, plan: RowImport, memory: PlanningMemory): Promise<RowImport> {
  if (plan.fate !== 'draft' && plan.fate !== 'published' && plan.fate !== 'known-published') return plan;
  try {
    const made = await inTransaction(undefined, (tx: Tx) =>
      importRow(tx, actor, plan, memory.world.collectiviteId, memory.now),
    );
    if (made.relais) memory.world.relais.push(made.relais);
    if (made.site) memory.world.sites.push(made.site);
    return made.again ? { ...plan, fate: 'known' } : plan;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { ...plan, fate: 'refused', refusal };
  }
}

function refusalOf(error: unknown): string | null {
  if (error instanceof ImportRefused) return error.message;
  const refusal = databaseRefusal(error);
  if (refusal === 'capacity') return 'le plafond de personnes du lieu est trop bas pour ces séances';
  return refusal === 'occupied' ? 'le lieu vient d’être pris à ces heures : recommencez' : null;
}
