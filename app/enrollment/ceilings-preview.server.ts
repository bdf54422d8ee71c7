import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { servesAt } from './allocate.server.ts';
import { skipsOf } from './applicants.server.ts';
import { roomLeft, type Ceilings } from './capacity.ts';
import { deskFor, type DeskAccess } from './desk-access.server.ts';
import { deskHead, type DeskHead } from './desk-head.ts';
import { countTaken } from './meetings.server.ts';
import { loadQueue } from './queues.server.ts';
import { allocate } from './queue.ts';

/** A session's ceilings, and what others would do. */
export type CeilingsPage = {
  head: DeskHead;
  ceilings: Ceilings;
  taken: { adults: number; children: number };
  waiting: number;
  /** With the ceilings tried: who would be served, in order; null: none tried, or enrolment is closed. */
  served: string[] | null;
};

/** The page that changes the ceilings; null: not for this actor. */
export async function ceilingsPage(
  actor: Actor,
  sessionId: string,
  tried: { maxAdults: number | null; maxChildren: number | null } | null,
  now: Date,
  tx: Tx = db(),
): Promise<CeilingsPage | null> {
  const access = await deskFor(actor, sessionId, 'plan', now, tx);
  if (!access || access.meeting.state === 'CANCELLED') return null;
  const { meeting } = access;
  const taken = await countTaken(tx, meeting);
  const queue = await loadQueue(tx, meeting, now);
  return {
    head: deskHead(access, now),
    ceilings: meeting.ceilings,
    taken: { adults: taken.adults, children: taken.children },
    waiting: queue.length,
    served: tried && access.named && servesAt(meeting, now) ? await wouldServe(tx, access, tried, now) : null,
  };
}

async function wouldServe(
  tx: Tx,
  { meeting }: DeskAccess,
  tried: { maxAdults: number | null; maxChildren: number | null },
  now: Date,
): Promise<string[]> {
  const ceilings = { ...meeting.ceilings, adults: tried.maxAdults, children: tried.maxChildren };
  const queue = await loadQueue(tx, meeting, now);
  const candidates = queue.map((one) => ({ ...one, mustBeAnswered: one.requestReasons.length > 0 }));
  const skips = await skipsOf(tx, candidates, meeting, now);
  const weighed = queue.map((one) => ({ ...one, skip: skips.get(one.personId) ?? null }));
  const { served } = allocate(weighed, ceilings, roomLeft(ceilings, await countTaken(tx, meeting)));
  const ids = served.flatMap((id) => queue.find((one) => one.id === id)?.personId ?? []);
  return namesOf(tx, ids);
}

/** In the order given. */
export async function namesOf(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const people = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, firstName: true, lastName: true },
  });
  const known = new Map(people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
  return personIds.flatMap((id) => known.get(id) ?? []);
}
