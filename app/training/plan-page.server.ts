import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { euros } from '#app/time/money.ts';
import { freeAmong } from './free-needs-sql.server.ts';
import { lineCard, type LineCard } from './line-card.ts';
import { lineRows, type LineRow } from './line-rows.server.ts';
import { planFor } from './plan-access.server.ts';
import { validatorsAt, validatorsOf } from './validators.server.ts';

export type PlanPage = {
  id: string;
  name: string;
  year: number;
  relais: { id: string; slug: string; name: string }[];
  lines: LineCard[];
  people: number;
  ready: number;
  trained: number;
  /** Of all lines that are not cancelled. */
  cost: string;
  /** Needs that no line takes up, and of how many persons. */
  free: { needs: number; people: number };
};

/** A plan with its lines; the same number of queries whatever their number. Null: not this actor's. */
export async function planPage(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<PlanPage | null> {
  const plan = await planFor(tx, actor, id);
  if (!plan) return null;
  const { zone, collectiviteId, relais, name, year } = plan;
  const today = localDate(now, zone);
  const rows = await lineRows(tx, { planId: id, zone });
  const validators = await validatorsOf(tx, { collectiviteId, zone }, now);
  const namesAt = (relaisId: string) => validatorsAt(validators, relaisId).map((one) => one.name);
  const [free = { needs: 0, people: 0 }] = await tx.$queryRaw<{ needs: number; people: number }[]>(Prisma.sql`
    SELECT count(*)::int AS needs, count(DISTINCT n."personId")::int AS people FROM "TrainingNeed" n
     WHERE ${freeAmong(relais.map((one) => one.id))}`);
  const living = rows.filter(({ stage }) => stage !== 'CANCELLED');
  const total = (of: (row: LineRow) => number) => living.reduce((sum, row) => sum + of(row), 0);
  return {
    ...{ id, name, year, relais, free },
    lines: rows.map((row) => lineCard(row, namesAt(row.relaisId), today)),
    people: total((row) => row.people),
    ready: total((row) => row.ready),
    trained: total((row) => row.trained),
    cost: euros(total((row) => (row.costCents ?? 0) * row.people)),
  };
}
