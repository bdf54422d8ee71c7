import type { Tx } from '#app/db/client.server.ts';

/**
 * Brings a session's occupations to its present hours and site, in the caller's transaction. The database refuses a
 * clash (23P01) unless the occupation is overridden.
 */
export async function moveOccupations(tx: Tx, sessionId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "Occupation" WHERE "sessionId" = ${sessionId}::uuid AND resource LIKE 'site:%'`;
  await tx.$executeRaw`
    UPDATE "Occupation" o
       SET during = tstzrange(s."startsAt" - make_interval(mins => s."prepMinutes"),
                              s."endsAt" + make_interval(mins => s."tidyMinutes"), '[)')
      FROM "Session" s WHERE s.id = o."sessionId" AND s.id = ${sessionId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "Occupation" (id, "collectiviteId", "sessionId", resource, during)
    SELECT gen_random_uuid(), s."collectiviteId", s.id, 'site:' || st.id,
           tstzrange(s."startsAt" - make_interval(mins => s."prepMinutes"),
                     s."endsAt" + make_interval(mins => s."tidyMinutes"), '[)')
      FROM "Session" s JOIN "Site" st ON st.id = s."siteId"
     WHERE s.id = ${sessionId}::uuid AND st.exclusive`;
}
