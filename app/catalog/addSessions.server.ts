import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { databaseRefusal } from '#app/db/refusals.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { findClashes, type Found, type Wanted } from './clashes.server.ts';
import type { AddSessionsRefusal, NewSession } from './new-session.ts';
import { leadersOf } from './leaders.server.ts';
import { heldBy } from './occupation.ts';
import { loadPlanning, type Planning } from './planning.server.ts';
import type { SeriesRule } from './series.ts';
import { isAvailable } from './site-availability.ts';
import { tellLeaders } from './tellLeaders.server.ts';
import { writeSessions } from './writeSessions.server.ts';

export type AddSessionsInput = {
  activityId: string;
  dates: readonly NewSession[];
  /** The series that dates name; one without a new date is not written. */
  series?: readonly { id: string; rule: SeriesRule }[];
};

/** `sessionIds`: those made now, in the order given; `alreadyThere`: how many dates the activity had already. */
type Done = { sessionIds: string[]; alreadyThere: number };

/**
 * Adds dates to an activity as drafts, all or none, with their assignments and what they occupy (rule 6). A date whose
 * start the activity already has is left as it is. Refuses, naming it, what is held at that time, unless that date says
 * why it overrides; a site or a person of elsewhere; hours in the wrong order. Intervenants who are asked are told.
 */
export async function addSessions(
  actor: Actor,
  input: AddSessionsInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, AddSessionsRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(tx, (tx) => plan(tx, actor, input, now));
    } catch (error) {
      // Someone took the same hours in between: the second time it is seen, and named.
      if (tx !== undefined || attempt > 1 || databaseRefusal(error) !== 'occupied') throw error;
    }
  }
}

async function plan(
  tx: Tx,
  actor: Actor,
  { activityId, dates, series = [] }: AddSessionsInput,
  now: Date,
): Promise<Outcome<Done, AddSessionsRefusal>> {
  const planning = await loadPlanning(tx, actor, activityId, dates);
  if (!planning) return refuse({ code: 'NOT_FOUND' });
  const fresh = dates.filter(({ startsAt }) => !planning.known.has(startsAt.getTime()));
  const refusal = firstRefusal(planning, fresh);
  if (refusal) return refuse(refusal);
  const wanted = fresh.flatMap((date, index) => wantedBy(planning, date, index));
  const found = wanted.length === 0 ? [] : await findClashes(tx, wanted, planning.zone);
  const blocking = found.filter(({ index }) => !fresh[index]?.override);
  if (blocking.length > 0) return refuse({ code: 'CLASH', clashes: blocking.map(({ clash }) => clash) });
  const { collectiviteId } = planning;
  const common = { collectiviteId, activityId, createdAt: now, createdById: actorId(actor) };
  const begun = series.filter(({ id }) => fresh.some(({ seriesId }) => seriesId === id));
  await tx.series.createMany({ data: begun.map(({ id, rule }) => ({ ...common, id, rule })) });
  const sessionIds = await writeSessions(tx, planning, fresh, wanted, overridesOf(found, fresh), actorId(actor), now);
  const asking = sessionIds.filter((_, index) => fresh[index]?.intervenants?.some(({ state }) => state === 'PROPOSED'));
  const asked = (await leadersOf(tx, asking)).map((after) => ({ before: null, after, moved: false, notes: [] }));
  await tellLeaders(tx, { actor, changes: asked }, now);
  await record(
    tx,
    now,
    sessionIds.map((subjectId) => ({
      collectiviteId,
      actorId: actorId(actor),
      subject: 'session' as const,
      subjectId,
      what: 'session.planned',
    })),
  );
  return { ok: true, sessionIds, alreadyThere: dates.length - fresh.length };
}

function firstRefusal(planning: Planning, dates: readonly NewSession[]): AddSessionsRefusal | null {
  for (const date of dates) {
    const site = planning.sites.get(date.siteId);
    if (!site) return { code: 'SITE_UNKNOWN' };
    const words = when(date.startsAt, date.endsAt, planning.zone);
    if (date.endsAt <= date.startsAt) return { code: 'HOURS_WRONG', when: words };
    if (!date.override && !isAvailable(site.uses, localDate(date.startsAt, planning.zone))) {
      return { code: 'SITE_CLOSED', when: words };
    }
    if (!(date.animatorIds ?? []).every((id) => planning.animators.has(id))) return { code: 'NOT_AN_ANIMATOR' };
    if (!(date.intervenants ?? []).every(({ personId }) => planning.intervenants.has(personId))) {
      return { code: 'NOT_AN_INTERVENANT' };
    }
  }
  return null;
}

function wantedBy({ sites }: Planning, date: NewSession, index: number): Wanted[] {
  const { startsAt, endsAt, prepMinutes = 0, tidyMinutes = 0, siteId } = date;
  const personIds = [...(date.animatorIds ?? []), ...(date.intervenants ?? []).map(({ personId }) => personId)];
  const site = { id: siteId, exclusive: sites.get(siteId)?.exclusive ?? false };
  return heldBy({ startsAt, endsAt, prepMinutes, tidyMinutes, site, personIds }).map((held) => ({
    ...held,
    index,
    startsAt,
    endsAt,
  }));
}

/** Which things of which dates are planned in spite of a clash, and why: `${index} ${resource}` → reason. */
function overridesOf(found: readonly Found[], dates: readonly NewSession[]): ReadonlyMap<string, string> {
  return new Map(found.map(({ index, resource }) => [`${index} ${resource}`, dates[index]?.override?.reason ?? '']));
}
