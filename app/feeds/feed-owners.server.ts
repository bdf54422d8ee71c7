import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import type { FeedRefusal } from './feed-answer.ts';
import { tokenHash, tokenOf } from './feed-token.ts';
import type { FeedScope } from './feed-scope.ts';

/** Whose feed a link opens, and what it lists. */
export type FeedOwner = {
  readonly tokenId: string;
  readonly scope: FeedScope;
  /** as she would be if she asked: the roles in force on the day she reads */
  readonly actor: PersonActor;
  readonly collectivite: string;
  readonly zone: string;
  readonly lastReadAt: Date | null;
};

export type OpenedLink =
  | { readonly ok: true; readonly owner: FeedOwner }
  | { readonly ok: false; readonly because: Extract<FeedRefusal, 'unknownLink' | 'revokedLink'> };

type Row = Omit<FeedOwner, 'actor'> & Omit<PersonActor, 'kind'> & { dead: boolean };

/**
 * Who stands behind the file asked for, in one query; a link renewed or revoked stays known, to be told from one that
 * never was.
 */
export async function openLink(file: string, now: Date, tx: Tx = db()): Promise<OpenedLink> {
  const token = tokenOf(file);
  if (token === null) return { ok: false, because: 'unknownLink' };
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.id AS "tokenId", t.scope::text AS scope, t."lastReadAt",
           t."revokedAt" IS NOT NULL OR p."erasedAt" IS NOT NULL AS dead,
           p.id AS "personId", p."collectiviteId", '' AS name, c.name AS collectivite, c.timezone AS zone,
           i.id AS "intervenantId", f.id AS "professionalId",
           coalesce((SELECT json_agg(json_build_object('role', r.role, 'relaisId', r."relaisId")) FROM "StaffRole" r
              WHERE r."personId" = p.id AND (${now}::timestamptz AT TIME ZONE c.timezone)::date
                    BETWEEN r."from" AND coalesce(r."until", 'infinity')), '[]') AS roles
      FROM "FeedToken" t JOIN "Person" p ON p.id = t."personId" JOIN "Collectivite" c ON c.id = p."collectiviteId"
      LEFT JOIN "Intervenant" i ON i."personId" = p.id LEFT JOIN "Professional" f ON f."personId" = p.id
     WHERE t."tokenHash" = ${tokenHash(token)}`;
  if (!row) return { ok: false, because: 'unknownLink' };
  if (row.dead) return { ok: false, because: 'revokedLink' };
  const { tokenId, scope, collectivite, zone, lastReadAt, personId, collectiviteId, name, roles } = row;
  const { intervenantId, professionalId } = row;
  const actor: PersonActor = {
    ...{ kind: 'person', personId, collectiviteId, name, roles, intervenantId, professionalId },
  };
  return { ok: true, owner: { tokenId, scope, actor, collectivite, zone, lastReadAt } };
}
