import type { Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';

export type HistoryEntry = {
  collectiviteId: string;
  /** null: the application itself (allocation, expiry). */
  actorId: string | null;
  subject:
    | 'collectivite'
    | 'plan'
    | 'line'
    | 'file'
    | 'organisation'
    | 'cohort'
    | 'membership'
    | 'need'
    | 'enrollment'
    | 'session'
    | 'activity'
    | 'person'
    | 'relais'
    | 'closure'
    | 'account';
  subjectId: string;
  what: string;
  detail?: Prisma.InputJsonObject;
};

/** Writes who did what, when, in the caller's transaction. Nothing is deleted or changed here, ever. */
export async function record(tx: Tx, now: Date, entries: HistoryEntry | readonly HistoryEntry[]): Promise<void> {
  const rows = [entries].flat();
  if (rows.length > 0) await tx.$executeRaw(recording(now, rows));
}

/** The `INSERT` of these entries, to stand alone or in the statement that writes what they tell. */
export function recording(now: Date, entries: readonly HistoryEntry[]): Prisma.Sql {
  const rows = JSON.stringify(entries.map((entry) => ({ ...entry, detail: entry.detail ?? {} })));
  return Prisma.sql`
    INSERT INTO "History" (id, "collectiviteId", at, "actorId", subject, "subjectId", what, detail)
    SELECT gen_random_uuid(), r."collectiviteId", ${now}::timestamptz, r."actorId", r.subject, r."subjectId", r.what, r.detail
      FROM jsonb_to_recordset(${rows}::jsonb) AS r ("collectiviteId" uuid, "actorId" uuid, subject text,
           "subjectId" uuid, what text, detail jsonb)`;
}
