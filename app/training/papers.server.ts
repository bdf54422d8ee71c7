import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import type { CertificateFacts } from './certificate-facts.ts';
import { readFacts } from './certificate-facts.schema.server.ts';
import { attestable } from './certificate-right.server.ts';
import { issuedCertificate } from './issued-certificate.server.ts';

/** A certificate to print. */
export type Paper = { facts: CertificateFacts; code: string };

/** Her own, to print; null: not hers, or revoked. */
export async function myPaper(actor: Actor, id: string, tx: Tx = db()): Promise<Paper | null> {
  if (actor.kind !== 'person' || !isUuid(id)) return null;
  const row = await tx.certificate.findFirst({
    where: { id, personId: actor.personId, revokedAt: null },
    select: { code: true, facts: true },
  });
  return row && { code: row.code, facts: readFacts(row.facts) };
}

/** One that this actor might have issued; null: it does not exist for her. */
export async function issuedPaper(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<Paper | null> {
  const found = await issuedCertificate(tx, actor, id, now);
  return found && { code: found.code, facts: readFacts(found.facts) };
}

/**
 * The certificates that hold of an activity, or of one of its sessions, the latest of each person, by name. Null: it does
 * not exist for this actor.
 */
export async function activityPapers(
  actor: Actor,
  { activityId, sessionId }: { activityId: string; sessionId: string | null },
  tx: Tx = db(),
): Promise<{ title: string; papers: Paper[] } | null> {
  const activity = await attestable(tx, actor, activityId);
  if (!activity || (sessionId !== null && !isUuid(sessionId))) return null;
  const rows = await tx.certificate.findMany({
    where: { activityId, sessionId, revokedAt: null, person: { erasedAt: null } },
    orderBy: { issuedAt: 'asc' },
    select: { personId: true, code: true, facts: true, person: { select: { lastName: true, firstName: true } } },
  });
  const latest = [...new Map(rows.map((row) => [row.personId, row])).values()];
  const order = ({ person: { lastName, firstName } }: (typeof rows)[number]) => `${lastName} ${firstName}`;
  const papers = latest
    .sort((one, other) => order(one).localeCompare(order(other), 'fr'))
    .map(({ code, facts }) => ({ code, facts: readFacts(facts) }));
  return { title: activity.title, papers };
}
