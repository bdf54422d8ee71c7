import type { DbOrTx, Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { BillFacts, MoneyState } from './bill-state.ts';

/** An intervenant's coming, with what decides whether its state may move. */
export type Billed = BillFacts & {
  id: string;
  personId: string;
  sessionId: string;
  collectiviteId: string;
  relaisId: string;
};

/** The state of an assignment `l`: the last one noted and not taken back. */
export const stateSql = Prisma.sql`coalesce((SELECT b.state::text FROM "AssignmentBill" b
  WHERE b."assignmentId" = l.id AND b."undoneAt" IS NULL ORDER BY b.state DESC LIMIT 1), 'PLANNED')`;

/** The comings of these ids, locked by id until the transaction ends; those that are none are left out. */
export async function lockBilled(tx: Tx, ids: readonly string[]): Promise<Billed[]> {
  await tx.$executeRaw`
    SELECT 1 FROM "Assignment" WHERE id = ANY(${[...ids]}::uuid[]) AND role = 'INTERVENANT' ORDER BY id FOR NO KEY UPDATE`;
  return billed(tx, ids);
}

/** The same, without their locks. */
export async function billed(tx: DbOrTx, ids: readonly string[]): Promise<Billed[]> {
  return tx.$queryRaw<(Billed & { state: MoneyState })[]>`
    SELECT l.id, l."personId", l."sessionId", l."collectiviteId", s."relaisId", l.state::text AS assignment,
           s.state::text AS session, s."endsAt", ${stateSql} AS state
      FROM "Assignment" l JOIN "Session" s ON s.id = l."sessionId"
     WHERE l.id = ANY(${[...ids]}::uuid[]) AND l.role = 'INTERVENANT' ORDER BY s."startsAt", l.id`;
}
