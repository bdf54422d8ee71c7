import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { PersonActor } from '#app/people/actor.ts';

/** Someone who may sign in: a professional, an intervenant, or staff whose role holds on the day. */
export type Account = { actor: PersonActor; collectivite: string };

export type AccountRow = Omit<PersonActor, 'kind'> & { collectivite: string };

/**
 * Columns of an `AccountRow`, from `accountTables`; roles are those in force on the collectivité's day; a session she
 * covers for another relais stays hers for 60 days, the time to correct its sheet.
 */
export function accountColumns(now: Date): Prisma.Sql {
  return Prisma.sql`
    p.id AS "personId", p."collectiviteId", p."firstName" || ' ' || p."lastName" AS name, c.name AS collectivite,
    f.id AS "professionalId", i.id AS "intervenantId",
    COALESCE((
      SELECT json_agg(json_build_object('role', r.role, 'relaisId', r."relaisId") ORDER BY r.role, r."relaisId")
        FROM "StaffRole" r
       WHERE r."personId" = p.id
         AND (${now}::timestamptz AT TIME ZONE c.timezone)::date BETWEEN r."from" AND COALESCE(r."until", 'infinity')
    ), '[]') AS roles,
    COALESCE((
      SELECT json_agg(a."sessionId") FROM "Assignment" a JOIN "Session" s ON s.id = a."sessionId"
       WHERE a."personId" = p.id AND a.role = 'ANIMATOR' AND a.state <> 'DECLINED'
         AND s."endsAt" > ${now}::timestamptz - interval '60 days'
         AND EXISTS (SELECT 1 FROM "StaffRole" r WHERE r."personId" = p.id)
         AND NOT EXISTS (SELECT 1 FROM "StaffRole" r WHERE r."personId" = p.id
                          AND (r."relaisId" IS NULL OR r."relaisId" = s."relaisId"))
    ), '[]') AS covers`;
}

export const accountTables = Prisma.sql`
  "Person" p
  JOIN "Collectivite" c ON c.id = p."collectiviteId"
  LEFT JOIN "Professional" f ON f."personId" = p.id
  LEFT JOIN "Intervenant" i ON i."personId" = p.id`;

/** The actor of a row; null for a person without account (a participant, staff whose roles have ended). */
export function actorOfRow(row: AccountRow): PersonActor | null {
  const { personId, collectiviteId, name, professionalId, intervenantId, roles, covers } = row;
  if (professionalId === null && intervenantId === null && roles.length === 0) return null;
  return { kind: 'person', personId, collectiviteId, name, professionalId, intervenantId, roles, covers };
}

/** Does she work with other people's data? Then her session is short. */
export function works(actor: PersonActor): boolean {
  return actor.roles.length > 0 || actor.intervenantId !== null;
}

/** The accounts of an e-mail, at most one a collectivité; none for an unknown address. */
export async function accountsOf(email: string, now: Date, tx?: Tx): Promise<Account[]> {
  const rows = await (tx ?? db()).$queryRaw<AccountRow[]>`
    SELECT ${accountColumns(now)} FROM ${accountTables}
     WHERE p.email = ${email} AND p."erasedAt" IS NULL ORDER BY c.name, p.id`;
  return rows.flatMap((row) => {
    const actor = actorOfRow(row);
    return actor === null ? [] : [{ actor, collectivite: row.collectivite }];
  });
}
