import { findClashes, type Found, type Wanted } from '#app/catalog/clashes.server.ts';
import type { Clash } from '#app/catalog/new-session.ts';
import { heldBy } from '#app/catalog/occupation.ts';
import { assignablePeople, usableSites, type UsableSite } from '#app/catalog/planning-resources.server.ts';
import {
  changedSession,
  differences,
  isHeldOtherwise,
  isMoved,
  shiftOf,
  type Difference,
  type Scope,
  type SessionChange,
  type SessionFacts,
} from '#app/catalog/session-change.ts';
import { sessionsInScope, type InScope } from '#app/catalog/sessions-in-scope.server.ts';
import { isAvailable } from '#app/catalog/site-availability.ts';
import type { Occupied } from '#app/catalog/writeOccupations.server.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { SessionChangeRefusal } from './session-change-refusal.ts';

export type ChangeSessionsInput = {
  sessionId: string;
  scope: Scope;
  change: SessionChange;
  /** Changes them in spite of what is held then, or of the site's periods of use, and says why. */
  override?: { reason: string };
};

export type Changing = { before: SessionFacts; after: SessionFacts; what: readonly Difference[] };

export type Weighed = Pick<InScope, 'collectiviteId' | 'relaisId' | 'activityId' | 'zone'> & {
  /** Those that differ, by start. */
  changes: readonly Changing[];
  /** What is held already then; each is overridden in `occupied` when a reason was given. */
  clashes: Clash[];
  /** All that the changes that hold something otherwise shall hold. */
  occupied: Occupied[];
};

/**
 * What a change would do, written nowhere: which sessions differ, how, and what clashes; or why not. Under the sessions'
 * locks, a promise; without them, a preview. A constant number of queries.
 */
export async function weighChange(
  db: DbOrTx,
  actor: Actor,
  { sessionId, scope, change, override }: ChangeSessionsInput,
  now: Date,
): Promise<Outcome<Weighed, SessionChangeRefusal>> {
  const found = await sessionsInScope(db, actor, { sessionId, scope, permission: 'session.plan' }, now);
  if (!found) return refuse({ code: 'NOT_FOUND' });
  const { named, sessions, zone, collectiviteId, relaisId, activityId } = found;
  if (named.startsAt <= now) return refuse({ code: 'PAST', when: when(named.startsAt, named.endsAt, zone) });
  const shift = shiftOf(named, change, zone);
  const changes: Changing[] = [];
  for (const before of sessions) {
    const after = changedSession(before, change, shift, zone);
    if (!after) return refuse({ code: 'HOURS_WRONG', when: when(before.startsAt, before.endsAt, zone) });
    const what = differences(before, after);
    if (what.length > 0) changes.push({ before, after, what });
  }
  const sites = await usableSites(
    db,
    { collectiviteId, relaisId },
    changes.map(({ after }) => after.siteId),
  );
  const refusal =
    firstRefusal(changes, sites, { zone, now, isOverridden: Boolean(override) }) ??
    (await strangers(db, collectiviteId, changes)) ??
    (await tooSmall(db, changes, sites, zone));
  if (refusal) return refuse(refusal);
  const held = await heldThen(db, changes, sites, zone, override?.reason ?? null);
  return { ok: true, collectiviteId, relaisId, activityId, zone, changes, ...held };
}

function firstRefusal(
  changes: readonly Changing[],
  sites: ReadonlyMap<string, UsableSite>,
  { zone, now, isOverridden }: { zone: string; now: Date; isOverridden: boolean },
): SessionChangeRefusal | null {
  for (const { after, what } of changes) {
    const words = when(after.startsAt, after.endsAt, zone);
    const site = sites.get(after.siteId);
    if (!site) return { code: 'SITE_UNKNOWN' };
    if (after.endsAt <= after.startsAt) return { code: 'HOURS_WRONG', when: words };
    if (after.startsAt <= now) return { code: 'PAST', when: words };
    const { ageMinMonths, ageMaxMonths } = after;
    if (ageMinMonths !== null && ageMaxMonths !== null && ageMaxMonths < ageMinMonths) return { code: 'AGES_WRONG' };
    if (isMoved(what) && !isOverridden && !isAvailable(site.uses, localDate(after.startsAt, zone)))
      return { code: 'SITE_CLOSED', when: words };
  }
  return null;
}

/** Those newly assigned who may not be. */
async function strangers(
  db: DbOrTx,
  collectiviteId: string,
  changes: readonly Changing[],
): Promise<SessionChangeRefusal | null> {
  const animatorIds = changes.flatMap(({ before, after }) =>
    after.animatorIds.filter((id) => !before.animatorIds.includes(id)),
  );
  const intervenantIds = changes.flatMap(({ before, after }) =>
    after.intervenants
      .map(({ personId }) => personId)
      .filter((id) => !before.intervenants.some((one) => one.personId === id)),
  );
  const known = await assignablePeople(db, { collectiviteId, relaisId: null }, { animatorIds, intervenantIds });
  if (!animatorIds.every((id) => known.animators.has(id))) return { code: 'NOT_AN_ANIMATOR' };
  return intervenantIds.every((id) => known.intervenants.has(id)) ? null : { code: 'NOT_AN_INTERVENANT' };
}

/** The first date whose ceilings, or whose new site alone, would not hold those who have a place. */
async function tooSmall(
  db: DbOrTx,
  changes: readonly Changing[],
  sites: ReadonlyMap<string, UsableSite>,
  zone: string,
): Promise<SessionChangeRefusal | null> {
  const weighed = changes.filter(({ what }) => what.includes('ceilings') || what.includes('site'));
  if (weighed.length === 0) return null;
  const rows = await db.$queryRaw<{ id: string; adults: number; children: number }[]>`
    SELECT e."sessionId" AS id, count(*)::int AS adults,
           coalesce(sum((SELECT count(*) FROM "EnrolledChild" c WHERE c."enrollmentId" = e.id)), 0)::int AS children
      FROM "Enrollment" e
     WHERE e."sessionId" = ANY(${weighed.map(({ after }) => after.id)}::uuid[])
       AND e.state IN ('REQUESTED', 'OFFERED', 'CONFIRMED') GROUP BY 1`;
  const taken = new Map(rows.map((row) => [row.id, row]));
  for (const { after } of weighed) {
    const { adults, children } = taken.get(after.id) ?? { adults: 0, children: 0 };
    const persons = sites.get(after.siteId)?.maxPersons ?? Infinity;
    const fits = adults <= (after.maxAdults ?? Infinity) && children <= (after.maxChildren ?? Infinity);
    if (!fits || adults + children > persons) {
      return { code: 'TOO_SMALL', when: capital(when(after.startsAt, after.endsAt, zone)), adults, children };
    }
  }
  return null;
}

async function heldThen(
  db: DbOrTx,
  changes: readonly Changing[],
  sites: ReadonlyMap<string, UsableSite>,
  zone: string,
  reason: string | null,
): Promise<Pick<Weighed, 'clashes' | 'occupied'>> {
  const held = changes.filter(({ what }) => isHeldOtherwise(what)).map(({ after }) => after);
  const wanted = held.flatMap((after, index) => wantedBy(after, sites.get(after.siteId)?.exclusive ?? false, index));
  const ids = held.map(({ id }) => id);
  const found = await findClashes(db, wanted, zone, ids);
  const clashing = new Set(found.map(keyOf));
  return {
    clashes: found.map(({ clash }) => clash),
    occupied: wanted.map((one) => ({
      ...{ sessionId: ids[one.index] ?? '', resource: one.resource, from: one.from, until: one.until },
      overrideReason: clashing.has(keyOf(one)) ? reason : null,
    })),
  };
}

const keyOf = ({ index, resource }: Pick<Found, 'index' | 'resource'>) => `${index} ${resource}`;

function wantedBy(after: SessionFacts, isExclusive: boolean, index: number): Wanted[] {
  const { startsAt, endsAt, prepMinutes, tidyMinutes, siteId, animatorIds, intervenants } = after;
  const speakers = intervenants.filter(({ state }) => state !== 'DECLINED').map(({ personId }) => personId);
  const site = { id: siteId, exclusive: isExclusive };
  const personIds = [...animatorIds, ...speakers];
  return heldBy({ startsAt, endsAt, prepMinutes, tidyMinutes, site, personIds }).map((one) => ({
    ...one,
    ...{ index, startsAt, endsAt },
  }));
}
