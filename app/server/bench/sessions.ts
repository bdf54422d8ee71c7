import { cookieName } from '#app/auth/cookies.ts';
import { fingerprint, randomToken } from '#app/auth/secrets.server.ts';
import type pg from 'pg';

/** AMs of the demo who may book, each signed in: her cookie. Sessions are written as signing in writes them. */
export async function signInAms(pool: pg.Pool, count: number, address: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT p.id FROM "Person" p JOIN "Professional" pr ON pr."personId" = p.id
      WHERE pr.kind = 'ASSISTANTE_MATERNELLE' AND p.email IS NOT NULL AND p."erasedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ProfessionalStatus" s WHERE s."professionalId" = pr.id AND s.status <> 'ACTIVE')
        AND NOT EXISTS (SELECT 1 FROM "StaffRole" r WHERE r."personId" = p.id)
      ORDER BY p.id LIMIT $1`,
    [count],
  );
  if (rows.length < count) throw new Error(`the demo has ${rows.length} AMs who may book, ${count} are needed`);
  const signed = rows.map(({ id }) => ({ id, token: randomToken() }));
  await pool.query(
    `INSERT INTO "AuthSession" (id, "personId", "tokenHash", "createdAt", "expiresAt", "lastSeenAt")
     SELECT gen_random_uuid(), x.id, x.hash, now(), now() + interval '1 day', now()
       FROM jsonb_to_recordset($1::jsonb) AS x (id uuid, hash text)`,
    [JSON.stringify(signed.map(({ id, token }) => ({ id, hash: fingerprint('session', token) })))],
  );
  return signed.map(({ token }) => `${cookieName('session', address)}=${token}`);
}
