import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { mobileNumber } from '#app/mail/mobile.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { fileScope } from './managed-files.server.ts';

/** Someone whose number refused the last text message. `byMail`: she has an e-mail address, where it went instead. */
export type DeadNumber = { personId: string; name: string; phone: string; byMail: boolean; since: string };

type Row = Omit<DeadNumber, 'since'> & { sentTo: string; at: Date; zone: string };

/** How many of them a page lists. */
const MOST = 200;

/**
 * Whose mobile number takes no text message, of the files the actor reads: the last one to her present number was
 * refused for good by the gateway. Changing the number is enough to leave the list.
 *
 * @param personId of her alone
 */
export async function deadNumbers(
  actor: Actor,
  now: Date,
  personId: string | null = null,
  tx: Tx = db(),
): Promise<DeadNumber[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT DISTINCT ON (p.id) p.id AS "personId", p."firstName" || ' ' || p."lastName" AS name, p.phone, t."sentTo",
           p.email IS NOT NULL AS "byMail", t."queuedAt" AS at, c.timezone AS zone
      FROM "OutgoingText" t JOIN "Person" p ON p.id = t."personId" AND p.phone IS NOT NULL AND p."erasedAt" IS NULL
      JOIN "Professional" f ON f."personId" = p.id JOIN "Collectivite" c ON c.id = f."collectiviteId"
     WHERE t.channel = 'SMS' AND t.state = 'FAILED' AND t."sentTo" IS NOT NULL
       AND ${personId === null ? Prisma.sql`TRUE` : Prisma.sql`p.id = ${personId}::uuid`}
       AND ${fileScope(actor, 'professional.read', now)}
       AND NOT EXISTS (SELECT 1 FROM "OutgoingText" n WHERE n."personId" = p.id AND n."sentTo" = t."sentTo"
                          AND n.state = 'SENT' AND n."sentAt" > t."queuedAt")
     ORDER BY p.id, t."queuedAt" DESC LIMIT ${MOST}::int`;
  return rows
    .filter(({ phone, sentTo }) => mobileNumber(phone) === sentTo)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ personId: id, name, phone, byMail, at, zone }) => ({
      ...{ personId: id, name, phone, byMail },
      since: capital(deadline(at, zone, { reference: localDate(now, zone) })),
    }));
}
