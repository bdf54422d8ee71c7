import type { DbOrTx } from '#app/db/client.server.ts';
import type { ProfessionalKindName } from '#app/catalog/booking-rules.ts';

export type Joining = { kind: ProfessionalKindName | null; active: boolean; tie: 'HOME' | 'MEMBER' | 'OTHER' };

/** A professional as a group's rules weigh her on that day; null: she has no file. */
export async function joiningAs(
  db: DbOrTx,
  personId: string,
  relaisId: string,
  today: string,
): Promise<Joining | null> {
  const [row] = await db.$queryRaw<(Omit<Joining, 'active'> & { status: string | null })[]>`
    SELECT pr.kind::text AS kind,
           (SELECT ps.status::text FROM "ProfessionalStatus" ps
             WHERE ps."professionalId" = pr.id AND ps."from" <= ${today}::date ORDER BY ps."from" DESC LIMIT 1) AS status,
           (SELECT CASE WHEN bool_or(m.home) THEN 'HOME' WHEN count(*) > 0 THEN 'MEMBER' ELSE 'OTHER' END
              FROM "RelaisMembership" m
             WHERE m."professionalId" = pr.id AND m."relaisId" = ${relaisId}::uuid
               AND m."from" <= ${today}::date AND (m.until IS NULL OR m.until >= ${today}::date)) AS tie
      FROM "Professional" pr WHERE pr."personId" = ${personId}::uuid`;
  if (!row) return null;
  const { status, ...person } = row;
  return { ...person, active: status === null || status === 'ACTIVE' };
}
