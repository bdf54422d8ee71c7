import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { failsStill } from './mail-failures.server.ts';
import { fileScope } from './managed-files.server.ts';

/** Someone whose address took no mail last time, and no mail since. */
export type DeadAddress = { personId: string; name: string; email: string; phone: string | null; since: string };

type Row = Omit<DeadAddress, 'since'> & { at: Date; zone: string };

/** How many of them a page lists. */
const MOST = 200;

/**
 * Whose e-mail address no longer answers, of the files the actor reads: a mail to her present address failed for good or
 * came back, and none has arrived since. Changing the address is enough to leave the list.
 *
 * @param personId of her alone
 */
export async function deadAddresses(
  actor: Actor,
  now: Date,
  personId: string | null = null,
  tx: Tx = db(),
): Promise<DeadAddress[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (p.id) p.id AS "personId", p."firstName" || ' ' || p."lastName" AS name, p.email, p.phone,
           m."queuedAt" AS at, c.timezone AS zone
      FROM "OutgoingMail" m JOIN "Person" p ON p.id = m."personId" AND p.email = m."to" AND p."erasedAt" IS NULL
      JOIN "Professional" f ON f."personId" = p.id JOIN "Collectivite" c ON c.id = f."collectiviteId"
     WHERE ${failsStill(now)}
       AND ${personId === null ? Prisma.sql`TRUE` : Prisma.sql`p.id = ${personId}::uuid`}
       AND ${fileScope(actor, 'professional.read', now)}
     ORDER BY p.id, m."queuedAt" DESC LIMIT ${MOST}::int`;
  return rows
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, zone, ...row }) => ({
      ...row,
      since: capital(deadline(at, zone, { reference: localDate(now, zone) })),
    }));
}
