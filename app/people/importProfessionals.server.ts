import { db, type Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { fold } from '#app/documents/fold.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { addAgrement } from './addAgrement.server.ts';
import { addProfessionals, type NewProfessional } from './addProfessionals.server.ts';
import { createCommunes } from './createCommunes.server.ts';
import { newerAgrement } from './list-agrement.ts';
import { listWorld, type Known, type ListWorld } from './list-world.server.ts';
import { peopleMessage } from './messages.ts';
import { refuse, type Outcome } from './outcome.ts';
import { cellsOfList, type ProfessionalTable } from './professional-columns.ts';
import { sameAs } from './professional-doubles.ts';
import type { ProfessionalImport } from './professional-fate.ts';
import { readProfessional, type ProfessionalRow } from './professional-row.ts';
import { matchRelais, type KnownRelais } from './relais-match.ts';

export type ListImport = {
  table: ProfessionalTable;
  collectiviteId: string;
  /** false: nothing is written, only what would be is told */
  apply: boolean;
  /** All go to this relais. */
  relaisSlug?: string;
  /** Told after each row. */
  progress?: (done: number, total: number) => void;
};

export type ListDone = { rows: ProfessionalImport[]; name: string; relais: KnownRelais[] };

type Refusal = { code: 'NOT_FOUND' } | { code: 'NO_SUCH_RELAIS'; slugs: string[] };
/**
 * Adds the professionals of a list, some in each transaction: stopped halfway, it is begun again. Who is there already
 * stays as she is, but for a newer agrément, of which she is told; a row with something unreadable is given back. Communes that lack are made, or left empty by who may
 * not make them. Refuses a collectivité or a relais where the actor writes no files.
 */
export async function importProfessionals(
  actor: Actor,
  input: ListImport,
  now: Date,
): Promise<Outcome<ListDone, Refusal>> {
  const { collectiviteId, table, relaisSlug } = input;
  const collectivite = await db().collectivite.findUnique({
    where: { id: collectiviteId },
    select: { name: true, timezone: true },
  });
  if (!collectivite || (actor.kind === 'person' && actor.collectiviteId !== collectiviteId))
    return refuse({ code: 'NOT_FOUND' });
  const world = await listWorld(actor, collectiviteId, now);
  const given = world.relais.find(({ slug }) => slug === relaisSlug) ?? null;
  if (relaisSlug !== undefined && !given)
    return refuse({ code: 'NO_SUCH_RELAIS', slugs: world.relais.map(({ slug }) => slug).sort() });
  const today = localDate(now, collectivite.timezone);
  const plans = table.body.map(({ line, values }) => {
    const row = readProfessional(cellsOfList(values, table.columns), line, today);
    const plan = planOf(world, row, given);
    if (plan.fate === 'add') world.people.push({ ...row, line });
    return plan;
  });
  const progress = (done: number) => input.progress?.(done, plans.length);
  const rows = input.apply ? await addAll(actor, plans, world, now, progress) : plans;
  progress(plans.length);
  return { ok: true, rows, name: collectivite.name, relais: world.relais };
}

function planOf(world: ListWorld, row: ProfessionalRow, given: KnownRelais | null): ProfessionalImport {
  const relais = matchRelais(row.relais, world.relais, { given, create: false });
  const isUnknown = row.commune !== '' && !world.communes.has(fold(row.commune));
  const unknownCommune = isUnknown && !world.makesCommunes;
  const plan = { row, relais, unknownCommune, newCommune: isUnknown && world.makesCommunes };
  for (const someone of world.people) {
    const reason = sameAs(row, someone);
    if (reason === null) continue;
    if (someone.line !== undefined)
      return { ...plan, fate: 'repeated', reason: `${reason} que la ligne ${someone.line}` };
    const known = { ...plan, reason: `${reason} que ${someone.firstName} ${someone.lastName}` };
    return { ...known, fate: 'known', ...renewalOf(row, someone) };
  }
  if (row.missing.length > 0) return { ...plan, fate: 'mend', reason: null };
  if (relais.is !== 'known') return { ...plan, fate: 'no-relais', reason: null };
  return { ...plan, fate: 'add', reason: null };
}

/** What her file gets of the row, when it is surely hers: the same e-mail, or the same name and telephone. */
function renewalOf(row: ProfessionalRow, { email, phone, file }: Known): Partial<ProfessionalImport> {
  const isSure = (row.email !== null && row.email === email) || (row.phone !== null && row.phone === phone);
  const agrement = file && isSure ? newerAgrement(row, file.agrement) : null;
  if (!file || !agrement) return {};
  file.agrement = { validFrom: agrement.validFrom, validUntil: agrement.validUntil ?? null };
  return { fate: 'renew', renews: { personId: file.personId, agrement } };
}

async function renewed(actor: Actor, plan: ProfessionalImport, now: Date): Promise<ProfessionalImport> {
  if (!plan.renews) return plan;
  const { personId, agrement } = plan.renews;
  const { underThree = null, restrictions = '', validUntil = null, ...rest } = agrement;
  const outcome = await addAgrement(actor, { personId, ...rest, underThree, restrictions, validUntil }, now);
  return outcome.ok ? plan : { ...plan, fate: 'refused', reason: peopleMessage(outcome.refusal) };
}

/** Some at once, in one transaction; each in her own where one of them is refused. */
const TOGETHER = 50;

async function addAll(
  actor: Actor,
  plans: readonly ProfessionalImport[],
  world: ListWorld,
  now: Date,
  progress: (done: number) => void,
): Promise<ProfessionalImport[]> {
  const rows: ProfessionalImport[] = [];
  for (let from = 0; from < plans.length; from += TOGETHER) {
    const some = plans.slice(from, from + TOGETHER);
    const wanted = some.filter(({ fate }) => fate === 'add');
    const isDone = await addedTogether(actor, wanted, world, now);
    for (const plan of some)
      rows.push(
        plan.fate === 'add' && !isDone ? await added(actor, plan, world, now) : await renewed(actor, plan, now),
      );
    progress(rows.length);
  }
  return rows;
}

async function addedTogether(
  actor: Actor,
  plans: readonly ProfessionalImport[],
  world: ListWorld,
  now: Date,
): Promise<boolean> {
  const files = plans.map((plan) => fileOf(plan, world.communes.get(fold(plan.row.commune))));
  if (plans.some(({ newCommune }) => newCommune) || files.some((file) => file === null)) return false;
  const all = files.filter((file) => file !== null);
  return all.length === 0 || (await addProfessionals(actor, all, now)).ok;
}

/** The file that a row makes; null when its relais is not known. */
function fileOf({ row, relais }: ProfessionalImport, communeId: string | undefined): NewProfessional | null {
  if (relais.is !== 'known') return null;
  const { firstName, lastName, kind, status, from } = row;
  return {
    ...{ firstName, lastName, kind, communeId },
    ...{ email: row.email ?? undefined, phone: row.phone ?? undefined, agrement: row.agrement ?? undefined },
    ...{ memberships: [{ relaisId: relais.relais.id, home: true, from }], statuses: [{ status, from }] },
  };
}

async function added(actor: Actor, plan: ProfessionalImport, world: ListWorld, now: Date): Promise<ProfessionalImport> {
  const { row } = plan;
  const outcome = await inTransaction(undefined, async (tx: Tx) => {
    const communeId = await communeOf(tx, actor, plan, world, now);
    const file = fileOf(plan, communeId);
    if (file === null) return null;
    return { communeId, ...(await addProfessionals(actor, [file], now, tx)) };
  });
  if (!outcome) return plan;
  if (!outcome.ok) return { ...plan, fate: 'refused', reason: peopleMessage(outcome.refusal) };
  if (outcome.communeId !== undefined) world.communes.set(fold(row.commune), outcome.communeId);
  return plan;
}

/** undefined: she names none, or one that the actor may not make. */
async function communeOf(
  tx: Tx,
  actor: Actor,
  { row: { commune: name }, newCommune }: ProfessionalImport,
  world: ListWorld,
  now: Date,
): Promise<string | undefined> {
  const known = world.communes.get(fold(name));
  if (known !== undefined || !newCommune) return known;
  const made = await createCommunes(actor, { collectiviteId: world.collectiviteId, communes: [{ name }] }, now, tx);
  return made.ok ? made.communeIds.get(name) : undefined;
}
