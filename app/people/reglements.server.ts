import { db, type Tx } from '#app/db/client.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';

export type ReglementInForce = { id: string; title: string; version: number };

export type ReglementPage = ReglementInForce & {
  body: string;
  relais: string | null;
  /** "1er septembre 2026" */
  since: string;
  /** "2 septembre 2026"; null: she has not accepted this version. */
  acceptedOn: string | null;
};

/**
 * What must be accepted to book in a relais on a date: of each series (the relais's or the collectivité's, règlement or
 * charter), the latest version in force that day.
 */
export async function reglementsInForce(
  relaisId: string,
  today: string,
  tx: Tx = db(),
): Promise<readonly ReglementInForce[]> {
  return tx.$queryRaw<ReglementInForce[]>`
    SELECT DISTINCT ON (g."relaisId", g.kind) g.id, g.title, g.version
      FROM "Reglement" g JOIN "Relais" r ON r.id = ${relaisId}::uuid AND g."collectiviteId" = r."collectiviteId"
     WHERE (g."relaisId" = r.id OR g."relaisId" IS NULL) AND g."effectiveFrom" <= ${today}::date
     ORDER BY g."relaisId", g.kind, g.version DESC`;
}

/**
 * The règlement in force in a relais that the actor has not accepted yet, the first when there are several; null: none.
 * "À signer" (enrolled by telephone) is not yet an acceptance.
 */
export async function reglementToAccept(
  actor: Actor,
  relaisId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ReglementInForce | null> {
  if (actor.kind !== 'person') return null;
  const [row] = await tx.$queryRaw<ReglementInForce[]>`
    SELECT id, title, version FROM (
      SELECT DISTINCT ON (g."relaisId", g.kind) g.id, g.title, g.version, g.kind
        FROM "Reglement" g
        JOIN "Relais" r ON r.id = ${relaisId}::uuid AND g."collectiviteId" = r."collectiviteId"
        JOIN "Collectivite" c ON c.id = r."collectiviteId"
       WHERE (g."relaisId" = r.id OR g."relaisId" IS NULL)
         AND g."effectiveFrom" <= (${now}::timestamptz AT TIME ZONE c.timezone)::date
       ORDER BY g."relaisId", g.kind, g.version DESC) f
     WHERE NOT EXISTS (SELECT 1 FROM "Acceptance" a
                        WHERE a."reglementId" = f.id AND a."personId" = ${actor.personId}::uuid AND a.mode <> 'TO_SIGN')
     ORDER BY kind LIMIT 1`;
  return row ?? null;
}

/** A règlement of the actor's collectivité, ready to read and accept; null: not there. */
export async function reglementPage(actor: Actor, id: string, tx: Tx = db()): Promise<ReglementPage | null> {
  if (actor.kind !== 'person') return null;
  const row = await tx.reglement.findFirst({
    where: { id, collectiviteId: actor.collectiviteId },
    select: {
      id: true,
      title: true,
      version: true,
      body: true,
      effectiveFrom: true,
      relais: { select: { name: true } },
      acceptances: {
        where: { personId: actor.personId, mode: { not: 'TO_SIGN' } },
        select: { at: true, person: { select: { collectivite: { select: { timezone: true } } } } },
      },
    },
  });
  if (!row) return null;
  const { effectiveFrom, relais, acceptances, ...rest } = row;
  const [acceptance] = acceptances;
  return {
    ...rest,
    relais: relais?.name ?? null,
    since: dayPlain(effectiveFrom.toISOString().slice(0, 10), { year: true }),
    acceptedOn: acceptance
      ? dayPlain(localDate(acceptance.at, acceptance.person.collectivite.timezone), { year: true })
      : null,
  };
}
