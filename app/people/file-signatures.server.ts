import type { DbOrTx } from '#app/db/client.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';

/** A règlement or charter in force in a relais of hers, and whether she accepted it. */
export type Signature = {
  reglementId: string;
  title: string;
  version: number;
  /** "acceptée en ligne le 3 octobre 2026", "signé sur papier le …"; null: to sign */
  accepted: string | null;
};

type Row = {
  id: string;
  title: string;
  version: number;
  mode: 'ONLINE' | 'ON_PAPER' | 'TO_SIGN' | null;
  at: Date | null;
  timezone: string;
};

/** What she must have accepted to book in her relais, that day; one query. */
export async function signatures(
  db: DbOrTx,
  { professionalId, personId, today }: { professionalId: string; personId: string; today: string },
): Promise<Signature[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT g.id, g.title, g.version, a.mode::text AS mode, a.at, g.timezone FROM (
      SELECT DISTINCT ON (g."relaisId", g.kind) g.id, g.title, g.version, g.kind, c.timezone
        FROM "Professional" f JOIN "Reglement" g ON g."collectiviteId" = f."collectiviteId"
        JOIN "Collectivite" c ON c.id = f."collectiviteId"
       WHERE f.id = ${professionalId}::uuid AND g."effectiveFrom" <= ${today}::date
         AND (g."relaisId" IS NULL OR EXISTS (SELECT 1 FROM "RelaisMembership" m
               WHERE m."professionalId" = f.id AND m."relaisId" = g."relaisId" AND m."from" <= ${today}::date
                 AND (m.until IS NULL OR m.until >= ${today}::date)))
       ORDER BY g."relaisId", g.kind, g.version DESC) g
      LEFT JOIN "Acceptance" a ON a."reglementId" = g.id AND a."personId" = ${personId}::uuid
     ORDER BY g.kind, g.title`;
  return rows.map(({ id, title, version, mode, at, timezone }) => ({
    ...{ reglementId: id, title, version },
    accepted: at === null || mode === null || mode === 'TO_SIGN' ? null : acceptedWords(mode, localDate(at, timezone)),
  }));
}

function acceptedWords(mode: 'ONLINE' | 'ON_PAPER', date: string): string {
  return `${mode === 'ONLINE' ? 'accepté en ligne' : 'signé sur papier'} le ${dayPlain(date, { year: true })}`;
}
