import { accountColumns, accountTables, actorOfRow, works, type AccountRow } from '#app/auth/accounts.server.ts';
import { readCookie } from '#app/auth/cookies.ts';
import { fingerprint } from '#app/auth/secrets.server.ts';
import { endOf, isSeenLongAgo } from '#app/auth/session-life.ts';
import { db } from '#app/db/client.server.ts';
import { ANONYMOUS, type Actor, type PersonActor } from '#app/people/actor.ts';

/** Who asks, and through which sign-in. */
export type Asking = { actor: Actor; authSessionId: string | null };

type Row = AccountRow & { authSessionId: string; createdAt: Date; lastSeenAt: Date };

const NOBODY: Asking = { actor: ANONYMOUS, authSessionId: null };

/**
 * Who sends this `Cookie` header: one query, none without our cookie. Anonymous when the session is unknown, revoked
 * or over, and when the person has no account any more. Notes the visit at most once an hour.
 */
export async function actorOf(cookies: string | null | undefined, now: Date, appUrl: string): Promise<Asking> {
  const token = readCookie(cookies, 'session', appUrl);
  if (token === null) return NOBODY;
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.id AS "authSessionId", s."createdAt", s."lastSeenAt", ${accountColumns(now)}
      FROM "AuthSession" s JOIN (${accountTables}) ON p.id = s."personId"
     WHERE s."tokenHash" = ${fingerprint('session', token)} AND s."revokedAt" IS NULL
       AND s."expiresAt" > ${now}::timestamptz AND p."erasedAt" IS NULL`;
  const row = rows[0];
  if (row === undefined) return NOBODY;
  const { authSessionId, createdAt, lastSeenAt, ...account } = row;
  const actor = actorOfRow(account);
  if (actor === null || endOf({ createdAt, lastSeenAt }, works(actor)) <= now) return NOBODY;
  if (isSeenLongAgo(lastSeenAt, now)) await noteVisit({ authSessionId, createdAt, lastSeenAt }, actor, now);
  return { actor, authSessionId };
}

type Visited = Pick<Row, 'authSessionId' | 'createdAt' | 'lastSeenAt'>;

/** Of several requests at once, one writes. */
async function noteVisit({ authSessionId, createdAt, lastSeenAt }: Visited, actor: PersonActor, now: Date) {
  const expiresAt = endOf({ createdAt, lastSeenAt: now }, works(actor));
  const where = { id: authSessionId, lastSeenAt };
  await db().authSession.updateMany({ where, data: { lastSeenAt: now, expiresAt } });
}
