import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { isNotModified, weakTag, type Preconditions } from './conditional.ts';
import type { FeedReading, FeedRefusal } from './feed-answer.ts';
import { feedBody, feedFrame, fillFrame, type FeedEvent } from './feed-body.ts';
import { tokenHash, tokenOf } from './feed-token.ts';
import { asProposal } from './proposal.ts';
import { FEED_LIMITS, feedWindow } from './window.ts';

/** Whose feed a link opens. */
export type FeedOwner = {
  readonly tokenId: string;
  readonly personId: string;
  readonly collectivite: string;
  readonly zone: string;
  readonly lastReadAt: Date | null;
};

export type OpenedLink =
  | { readonly ok: true; readonly owner: FeedOwner }
  | { readonly ok: false; readonly because: Extract<FeedRefusal, 'unknownLink' | 'revokedLink'> };

/** Who stands behind the file asked for; a link renewed or revoked stays known, to be told from one that never was. */
export async function openLink(file: string, tx: Tx = db()): Promise<OpenedLink> {
  const token = tokenOf(file);
  const row = token === null ? null : await readToken(tx, token);
  if (row === null) return { ok: false, because: 'unknownLink' };
  const { id, personId, lastReadAt, revokedAt, person } = row;
  if (revokedAt !== null || person.erasedAt !== null) return { ok: false, because: 'revokedLink' };
  const { name, timezone } = person.collectivite;
  return { ok: true, owner: { tokenId: id, personId, collectivite: name, zone: timezone, lastReadAt } };
}

/** Her places, the sessions she leads or speaks at, and those proposed to her. One query. */
export async function privateFeed(
  owner: FeedOwner,
  asked: Preconditions,
  now: Date,
  tx: Tx = db(),
): Promise<FeedReading> {
  const { collectivite, zone } = owner;
  const description = 'Vos inscriptions et les séances que vous animez.';
  const frame = feedFrame({ name: `Mes rendez-vous – ${collectivite}`, description, zone });
  const filling = fillFrame(frame, await readEvents(tx, owner, now), now);
  const validators = { etag: weakTag(filling.digest), lastModified: null };
  if (isNotModified(asked, validators)) return { type: 'notModified', ...validators };
  return { type: 'feed', ...validators, body: feedBody(frame, filling), filename: 'mes-rendez-vous.ics' };
}

async function readToken(db: DbOrTx, token: string) {
  return db.feedToken.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      id: true,
      personId: true,
      lastReadAt: true,
      revokedAt: true,
      person: { select: { erasedAt: true, collectivite: { select: { name: true, timezone: true } } } },
    },
  });
}

type Row = FeedEvent & { sessionId: string; proposed: boolean };

async function readEvents(db: DbOrTx, { personId, zone }: FeedOwner, now: Date): Promise<FeedEvent[]> {
  const { from, until } = feedWindow(now, zone);
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.uid, e."sessionId", e."startsAt", e."endsAt", e.hash, e.sequence, e."modifiedAt", e.text, mine.proposed
      FROM (SELECT uid, false AS proposed FROM "CalendarEvent" WHERE "personId" = ${personId}::uuid
            UNION ALL
            SELECT p.uid, a.state = 'PROPOSED' FROM "Assignment" a
              JOIN "CalendarEvent" p ON p."sessionId" = a."sessionId" AND p."enrollmentId" IS NULL
             WHERE a."personId" = ${personId}::uuid AND a.state <> 'DECLINED'
               AND (a.state = 'ACCEPTED' OR NOT p.cancelled)) mine
      JOIN "CalendarEvent" e ON e.uid = mine.uid
     WHERE e."startsAt" >= ${from}::timestamptz AND e."startsAt" < ${until}::timestamptz
       AND (NOT e.cancelled OR e."endsAt" > ${now}::timestamptz)
     ORDER BY e."startsAt" DESC, e.uid DESC LIMIT ${2 * FEED_LIMITS.events}`;
  return rows.reverse().map(({ proposed, sessionId, ...event }) => (proposed ? asProposal(event, sessionId) : event));
}
