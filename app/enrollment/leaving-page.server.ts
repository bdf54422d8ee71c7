import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { cohortAccess } from './cohort-access.server.ts';

/** What the pages that end a place in a group show. */
export type LeavingPage = { membershipId: string; cohortId: string; group: string; name: string; today: string };

/** A living place that the actor may end for someone; null: there is none for her. */
export async function leavingPage(
  actor: Actor,
  membershipId: string,
  now: Date,
  tx: Tx = db(),
): Promise<LeavingPage | null> {
  const row = isUuid(membershipId) ? await find(tx, membershipId) : null;
  const access = row && (await cohortAccess(tx, actor, row.cohortId));
  if (!row || !access?.composes) return null;
  const { person, cohortId } = row;
  const name = `${person.firstName} ${person.lastName}`;
  return { membershipId, cohortId, name, group: access.name, today: localDate(now, access.zone) };
}

async function find(tx: Tx, id: string) {
  return tx.membership.findUnique({
    where: { id },
    select: { cohortId: true, person: { select: { firstName: true, lastName: true } } },
  });
}

/** Her own; null: not hers, or over already. */
export async function myLeavingPage(actor: Actor, membershipId: string, now: Date, tx: Tx = db()) {
  if (actor.kind !== 'person' || !isUuid(membershipId)) return null;
  const row = await tx.membership.findFirst({
    where: { id: membershipId, personId: actor.personId },
    select: { state: true, until: true, cohort: { select: { name: true } } },
  });
  if (!row) return null;
  const over = row.state === 'LEFT' || row.state === 'REFUSED' || row.until !== null;
  return { membershipId, group: row.cohort.name, state: row.state, over };
}
