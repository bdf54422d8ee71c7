import type { DbOrTx } from '#app/db/client.server.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { fileDeedInWords } from './file-deeds.ts';

export type FileHistoryLine = { id: string; at: string; words: string };

const SHOWN = 20;

type Row = {
  id: string;
  at: Date;
  what: string;
  detail: Record<string, unknown>;
  actor: string | null;
  herself: boolean;
  timezone: string;
};

/** Who did what to a person's file, newest first. */
export async function fileHistory(db: DbOrTx, personId: string, now: Date): Promise<FileHistoryLine[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT h.id, h.at, h.what, h.detail, a."firstName" || ' ' || a."lastName" AS actor,
           coalesce(h."actorId" = h."subjectId", false) AS herself, c.timezone
      FROM "History" h JOIN "Collectivite" c ON c.id = h."collectiviteId"
      LEFT JOIN "Person" a ON a.id = h."actorId"
     WHERE h.subject = 'person' AND h."subjectId" = ${personId}::uuid
     ORDER BY h.at DESC, h.id DESC LIMIT ${SHOWN * 2}::int`;
  const told = rows.flatMap(({ id, at, what, detail, actor, herself, timezone }) => {
    const deed = fileDeedInWords({ what, detail });
    if (deed === null) return [];
    const who = herself ? 'Elle-même' : (actor ?? 'L’application');
    return [
      { id, at: capital(deadline(at, timezone, { reference: localDate(now, timezone) })), words: `${who} ${deed}.` },
    ];
  });
  return told.slice(0, SHOWN);
}
