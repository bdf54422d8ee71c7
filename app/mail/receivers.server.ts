import type { DbOrTx } from '#app/db/client.server.ts';
import type { Chosen, Reach } from '#app/mail/channels.ts';
import { mobileNumber } from '#app/mail/mobile.ts';
import { DEFAULT_QUIET, type QuietHours } from '#app/mail/quiet-hours.ts';

/** How someone hears of things: what reaches her, what she chose. */
export type Receiver = { personId: string; zone: string; reach: Reach; chosen: Chosen[]; quiet: QuietHours };

type Row = {
  personId: string;
  zone: string;
  email: string | null;
  phone: string | null;
  browsers: number;
  chosen: Chosen[];
  quietFrom: number | null;
  quietUntil: number | null;
};

/** These persons as receivers, by id; one query whatever their number. */
export async function receiversOf(db: DbOrTx, personIds: readonly string[]): Promise<Map<string, Receiver>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT p.id AS "personId", c.timezone AS zone, p.email, p.phone, h."quietFrom", h."quietUntil",
           (SELECT count(*)::int FROM "PushSubscription" s WHERE s."personId" = p.id) AS browsers,
           (SELECT coalesce(json_agg(json_build_object('kind', m.kind, 'channel', m.channel, 'wanted', m.wanted)), '[]')
              FROM "MessagePreference" m WHERE m."personId" = p.id) AS chosen
      FROM "Person" p JOIN "Collectivite" c ON c.id = p."collectiviteId"
      LEFT JOIN "MessageHabits" h ON h."personId" = p.id
     WHERE p.id = ANY(${[...new Set(personIds)]}::uuid[]) AND p."erasedAt" IS NULL`;
  return new Map(rows.map((row) => [row.personId, receiverOf(row)]));
}

function receiverOf({ personId, zone, email, phone, browsers, chosen, quietFrom, quietUntil }: Row): Receiver {
  const reach = { MAIL: email !== null, SMS: hasGateway() && mobileNumber(phone) !== null, PUSH: browsers > 0 };
  const quiet = quietFrom === null || quietUntil === null ? DEFAULT_QUIET : { from: quietFrom, until: quietUntil };
  return { personId, zone, reach, chosen, quiet };
}

/** Can this installation send text messages? */
export function hasGateway(): boolean {
  return (process.env.SMS_URL ?? '') !== '';
}
