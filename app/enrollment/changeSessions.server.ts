import { replaceAssignments } from '#app/catalog/replaceAssignments.server.ts';
import { replaceOccupations } from '#app/catalog/replaceOccupations.server.ts';
import { isHeldOtherwise, isMoved } from '#app/catalog/session-change.ts';
import { leadersOf } from '#app/catalog/leaders.server.ts';
import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { lockSessions, lockSites } from '#app/db/locks.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { allocate } from './allocate.server.ts';
import { changeHistory } from './change-history.ts';
import { loadMeetings } from './meetings.server.ts';
import type { SessionChangeRefusal } from './session-change-refusal.ts';
import { serveNeighbours } from './serveNeighbours.server.ts';
import { tellLed } from './tellLed.server.ts';
import { tellChanges, type Told } from './tellChanges.server.ts';
import { weighChange, type ChangeSessionsInput, type Changing, type Weighed } from './weighChange.server.ts';

/** `told`: persons, each once; `toCall`: those of them without e-mail; `overlaps`: places now at the same hour as another of hers. */
export type SessionsChanged = Told & { changed: number; moved: number };

/**
 * Changes a session, it and the following ones of its series, or all those to come, drafts and published alike: all or
 * none, in one transaction that locks sites, sessions, then persons, each by id. Enrolments stay; those enrolled in
 * published ones are told, one mail a person; calendars follow; new overlaps are flagged; whoever waits may be served.
 * What is already so is left alone: submitting twice is harmless.
 */
export async function changeSessions(
  actor: Actor,
  input: ChangeSessionsInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<SessionsChanged, SessionChangeRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(tx, (tx) => change(tx, actor, input, now));
    } catch (error) {
      const refusal = databaseRefusal(error);
      if (tx === undefined && refusal === 'capacity') return refuse({ code: 'SITE_FULL' });
      // Someone took the same hours in between: the second time it is seen, and named.
      if (tx !== undefined || attempt > 1 || refusal !== 'occupied') throw error;
    }
  }
}

async function change(
  tx: Tx,
  actor: Actor,
  input: ChangeSessionsInput,
  now: Date,
): Promise<Outcome<SessionsChanged, SessionChangeRefusal>> {
  await lockScope(tx, actor, input, now);
  const weighed = await weighChange(tx, actor, input, now);
  if (!weighed.ok) return weighed;
  if (weighed.clashes.length > 0 && !input.override) return refuse({ code: 'CLASH', clashes: weighed.clashes });
  const published = weighed.changes.filter(({ before }) => before.state === 'PUBLISHED');
  const ids = published.map(({ before }) => before.id);
  const meetings = await loadMeetings(tx, ids);
  const led = await leadersOf(
    tx,
    weighed.changes.map(({ before }) => before.id),
  );
  await write(tx, actor, weighed, now);
  await tellLed(tx, actor, { changes: weighed.changes, before: led }, now);
  const after = await loadMeetings(tx, ids);
  const told = await tellChanges(tx, { changes: published, before: meetings, after }, now);
  const opening = published.filter(({ what }) => isMoved(what) || what.includes('ceilings'));
  for (const { before } of opening) {
    const meeting = after.find(({ id }) => id === before.id);
    if (meeting) await allocate(tx, meeting, now);
  }
  const moved = weighed.changes.filter(({ what }) => isMoved(what)).length;
  await serveNeighbours(
    tx,
    meetings.filter(({ id }) => opening.some(({ before }) => before.id === id)),
  );
  return { ok: true, changed: weighed.changes.length, moved, ...told };
}

/** Sites with a ceiling, those of before and of after, then the sessions. */
async function lockScope(tx: Tx, actor: Actor, { sessionId, scope, change }: ChangeSessionsInput, now: Date) {
  const found = await sessionsInScope(tx, actor, { sessionId, scope, permission: 'session.plan' }, now);
  if (!found) return;
  const siteIds = found.sessions.map(({ siteId }) => siteId);
  await lockSites(tx, change.siteId === undefined ? siteIds : [...siteIds, change.siteId]);
  await lockSessions(
    tx,
    found.sessions.map(({ id }) => id),
  );
}

async function write(tx: Tx, actor: Actor, weighed: Weighed, now: Date): Promise<void> {
  const { collectiviteId, changes, occupied } = weighed;
  const reassigned = changes.filter(({ what }) => REASSIGNING.some((one) => what.includes(one)));
  const retimed = changes.filter(({ what }) => what.includes('time')).map(({ after }) => after.id);
  const held = changes.filter(({ what }) => isHeldOtherwise(what)).map(({ after }) => after.id);
  await writeFacts(tx, changes);
  await replaceAssignments(
    tx,
    collectiviteId,
    reassigned.map(({ after }) => after),
    { at: now, byId: actorId(actor), anew: retimed },
  );
  await replaceOccupations(tx, collectiviteId, held, occupied, actorId(actor));
  const who = { collectiviteId, actorId: actorId(actor), subject: 'session' } as const;
  const told = changes.flatMap((change) => changeHistory(change).map((entry) => ({ ...who, ...entry })));
  await record(tx, now, told);
}

/** New hours ask an intervenant again who has not answered yet. */
const REASSIGNING = ['animators', 'intervenants', 'time'] as const;

/** One statement: the capacity trigger then sees all of them where they shall be. */
async function writeFacts(tx: Tx, changes: readonly Changing[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Session" s
       SET "startsAt" = w."startsAt", "endsAt" = w."endsAt", "siteId" = w."siteId", theme = w.theme,
           audience = w.audience, bring = w.bring, "ageMinMonths" = w."ageMinMonths", "ageMaxMonths" = w."ageMaxMonths",
           "maxAdults" = w."maxAdults", "maxChildren" = w."maxChildren", "prepMinutes" = w."prepMinutes",
           "tidyMinutes" = w."tidyMinutes", version = s.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(changes.map(({ after }) => after))}::jsonb)
        AS w (id uuid, "startsAt" timestamptz, "endsAt" timestamptz, "siteId" uuid, theme text, audience text, bring text,
              "ageMinMonths" int, "ageMaxMonths" int, "maxAdults" int, "maxChildren" int, "prepMinutes" int,
              "tidyMinutes" int)
     WHERE s.id = w.id`;
}
