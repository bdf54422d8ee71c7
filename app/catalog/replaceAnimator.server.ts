import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions, lockSites } from '#app/db/locks.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { enqueueJob } from '#app/journal/enqueueJob.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { awayAt } from './absences.server.ts';
import { animatorFor } from './animators.server.ts';
import { findClashes } from './clashes.server.ts';
import { ledSession, type LedSession } from './led-session.server.ts';
import type { Clash } from './new-session.ts';
import { heldBy } from './occupation.ts';
import type { ReplacementRefusal } from './replacement-words.ts';
import { tellReplacement } from './tellReplacement.server.ts';
import { writeOccupations } from './writeOccupations.server.ts';

export type ReplaceAnimatorInput = {
  sessionId: string;
  /** Who leads it no more; null: nobody leads it yet, or the other one comes beside. */
  absentId: string | null;
  replacementId: string;
  /** Assigns her although she is held elsewhere or away, and says why. */
  override?: { reason: string };
};

type Done = { replacement: string; absent: string | null; again: boolean };

/**
 * Gives a session, draft or published, to a colleague of this relais or of another one of the collectivité. Both are
 * told; she then sees there what her session needs. Refuses, naming it, what holds her at that time, unless overridden
 * with a reason. Those enrolled are not told: nothing changes for them. Twice is once.
 */
export async function replaceAnimator(
  actor: Actor,
  input: ReplaceAnimatorInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, ReplacementRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(tx, (tx) => replace(tx, actor, input, now));
    } catch (error) {
      // Someone took her hours in between: the second time it is seen, and named.
      if (tx !== undefined || attempt > 1 || databaseRefusal(error) !== 'occupied') throw error;
    }
  }
}

async function replace(
  tx: Tx,
  actor: Actor,
  input: ReplaceAnimatorInput,
  now: Date,
): Promise<Outcome<Done, ReplacementRefusal>> {
  const session = await lockLed(tx, actor, input.sessionId);
  if (!session) return refuse({ code: 'NOT_FOUND' });
  if (session.startsAt <= now) return refuse({ code: 'PAST' });
  const replacement = await animatorFor(tx, session, input.replacementId);
  if (!replacement || input.replacementId === input.absentId) return refuse({ code: 'NOT_AN_ANIMATOR' });
  const absent = session.animators.find(({ id }) => id === input.absentId) ?? null;
  const leadsAlready = session.animators.some(({ id }) => id === replacement.id);
  if (!absent && leadsAlready) return { ok: true, replacement: replacement.name, absent: null, again: true };
  if (!absent && input.absentId !== null) return refuse({ code: 'NOT_LEADING' });
  const clashes = leadsAlready ? [] : await clashesOf(tx, session, replacement);
  if (clashes.length > 0 && !input.override) return refuse({ code: 'CLASH', clashes });
  const reason = clashes.length > 0 ? (input.override?.reason ?? null) : null;
  await write(tx, actor, session, {
    absentId: absent?.id ?? null,
    replacementId: leadsAlready ? null : replacement.id,
    reason,
  });
  await note(tx, actor, session, { absentId: absent?.id ?? null, replacementId: replacement.id, reason }, now);
  await tellReplacement(tx, { actor, session, absent, replacement }, now);
  return { ok: true, replacement: replacement.name, absent: absent?.name ?? null, again: false };
}

/** Its site's lock when it has a ceiling, which staff may count in, then its own. */
async function lockLed(tx: Tx, actor: Actor, sessionId: string): Promise<LedSession | null> {
  const seen = await ledSession(tx, actor, sessionId);
  if (!seen) return null;
  await lockSites(tx, [seen.siteId]);
  await lockSessions(tx, [sessionId]);
  return ledSession(tx, actor, sessionId);
}

async function clashesOf(tx: Tx, session: LedSession, person: { id: string; name: string }): Promise<Clash[]> {
  const { startsAt, endsAt, zone } = session;
  const wanted = hoursOf(session, person.id).map((held) => ({ ...held, index: 0, startsAt, endsAt }));
  const found = await findClashes(tx, wanted, zone, [session.id]);
  const away = await awayAt(tx, [person.id], session);
  const absence = { when: session.words.when, what: person.name, by: 'absence' };
  return [...found.map(({ clash }) => clash), ...(away.size > 0 ? [absence] : [])];
}

function hoursOf({ startsAt, endsAt, prepMinutes, tidyMinutes, siteId }: LedSession, personId: string) {
  const site = { id: siteId, exclusive: false };
  return heldBy({ startsAt, endsAt, prepMinutes, tidyMinutes, site, personIds: [personId] });
}

type Change = { absentId: string | null; replacementId: string | null; reason: string | null };

async function write(tx: Tx, actor: Actor, session: LedSession, { absentId, replacementId, reason }: Change) {
  const { id: sessionId, collectiviteId } = session;
  if (absentId !== null) {
    await tx.assignment.deleteMany({ where: { sessionId, personId: absentId } });
    await tx.occupation.deleteMany({ where: { sessionId, resource: `person:${absentId}` } });
  }
  if (replacementId !== null) {
    const held = { role: 'ANIMATOR', state: 'ACCEPTED' } as const;
    await tx.assignment.upsert({
      where: { sessionId_personId: { sessionId, personId: replacementId } },
      create: { collectiviteId, sessionId, personId: replacementId, ...held },
      update: held,
    });
    await tx.occupation.deleteMany({ where: { sessionId, resource: `person:${replacementId}` } });
    const occupied = hoursOf(session, replacementId).map((hours) => ({ ...hours, sessionId, overrideReason: reason }));
    await writeOccupations(tx, collectiviteId, occupied, actorId(actor));
  }
  await tx.session.update({ where: { id: sessionId }, data: { version: { increment: 1 } }, select: { id: true } });
}

async function note(tx: Tx, actor: Actor, { id, collectiviteId, state }: LedSession, change: Change, now: Date) {
  const about = { collectiviteId, actorId: actorId(actor), subject: 'session', subjectId: id } as const;
  await record(tx, now, { ...about, what: 'session.replaced', detail: change });
  if (state !== 'PUBLISHED') return;
  await enqueueJob(tx, { task: 'render-session-events', payload: { sessionId: id }, key: `render-${id}` });
}
