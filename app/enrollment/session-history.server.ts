import { db, type Tx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, deadline } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { deskAccess, type DeskAccess } from './desk-access.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';
import { deedInWords } from './history-words.ts';

export type HistoryLine = { id: string; at: string; words: string };

/** `older`: where the next page begins; null: there is none. */
export type SessionHistory = { lines: HistoryLine[]; older: string | null };

type Row = {
  id: string;
  at: Date;
  subject: string;
  what: string;
  detail: Record<string, unknown>;
  actorId: string | null;
  actor: string | null;
  whomId: string | null;
  whom: string | null;
};

const PAGE = 30;

/** Who did what about a session, newest first; null: not for this actor. One page, from a former page's `older` on. */
export async function historyPage(
  actor: Actor,
  sessionId: string,
  after: string | null,
  now: Date,
  tx: Tx = db(),
): Promise<(SessionHistory & { head: DeskHead }) | null> {
  const access = await deskAccess(actor, sessionId, now, tx);
  return access && { head: deskHead(access, now), ...(await historyOf(tx, access, { after }, now)) };
}

/** The same where access is known already. A guest, or who may not know the names, reads what concerns the session alone. */
export async function historyOf(
  tx: Tx,
  access: DeskAccess,
  { after = null, most = PAGE }: { after?: string | null; most?: number },
  now: Date,
): Promise<SessionHistory> {
  const { meeting } = access;
  const all = access.as === 'HOST' && access.named;
  const cursor = readCursor(after);
  const rows = await tx.$queryRaw<Row[]>`
    SELECT h.id, h.at, h.subject, h.what, h.detail, h."actorId", a."firstName" || ' ' || a."lastName" AS actor,
           e."personId" AS "whomId", w."firstName" || ' ' || w."lastName" AS whom
      FROM (SELECT * FROM "History" WHERE subject = 'session' AND "subjectId" = ${meeting.id}::uuid
            UNION ALL
            SELECT x.* FROM "Enrollment" o JOIN "History" x ON x.subject = 'enrollment' AND x."subjectId" = o.id
             WHERE ${all} AND o."sessionId" = ${meeting.id}::uuid) h
      LEFT JOIN "Person" a ON a.id = h."actorId"
      LEFT JOIN "Enrollment" e ON h.subject = 'enrollment' AND e.id = h."subjectId"
      LEFT JOIN "Person" w ON w.id = e."personId"
     WHERE ${cursor === null ? Prisma.sql`true` : Prisma.sql`(h.at, h.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`}
     ORDER BY h.at DESC, h.id DESC LIMIT ${most + 1}::int`;
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => lineOf(row, meeting.zone, now)),
    older: rows.length > most && last ? `${last.at.getTime()}_${last.id}` : null,
  };
}

function lineOf(row: Row, zone: string, now: Date): HistoryLine {
  const byHerself = row.actorId !== null && row.actorId === row.whomId;
  const deed = deedInWords(row, byHerself);
  const words = row.actor === null ? capital(deed.replace(/^(a|s’est) /, 'L’application $1 ')) : `${row.actor} ${deed}`;
  return { id: row.id, at: capital(deadline(row.at, zone, { reference: localDate(now, zone) })), words: `${words}.` };
}

function readCursor(text: string | null): { at: Date; id: string } | null {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return millis === undefined || id === undefined ? null : { at: new Date(Number(millis)), id };
}
