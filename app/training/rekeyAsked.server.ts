import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';

const TABLES = [
  {
    table: Prisma.sql`"NeedInvite"`,
    about: Prisma.sql`"campaignId"`,
    done: Prisma.sql`"answeredAt" = coalesce(kept."answeredAt", gone."answeredAt")`,
  },
  {
    table: Prisma.sql`"FeedbackAsk"`,
    about: Prisma.sql`"activityId"`,
    done: Prisma.sql`answered = kept.answered OR gone.answered`,
  },
];

/**
 * Gives what one person was asked to the other's file, in the caller's transaction. Asked the same twice, she keeps one
 * asking, answered if either was: nobody answers twice.
 */
export async function rekeyAsked(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  for (const { table, about, done } of TABLES) {
    const same = Prisma.sql`kept."personId" = ${to}::uuid AND gone."personId" = ${from}::uuid AND kept.${about} = gone.${about}`;
    await tx.$executeRaw`UPDATE ${table} kept SET ${done} FROM ${table} gone WHERE ${same}`;
    await tx.$executeRaw`DELETE FROM ${table} gone USING ${table} kept WHERE ${same}`;
    await tx.$executeRaw`UPDATE ${table} SET "personId" = ${to}::uuid WHERE "personId" = ${from}::uuid`;
  }
}
