import type { Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { managedRelais } from '#app/people/managed-relais.server.ts';
import type { NewSession } from './new-session.ts';
import { assignablePeople, usableSites, type UsableSite } from './planning-resources.server.ts';

/** What planning dates of an activity must know. */
export type Planning = {
  activityId: string;
  collectiviteId: string;
  relaisId: string;
  zone: string;
  maxAdults: number | null;
  maxChildren: number | null;
  /** Starts the activity already has, in milliseconds. */
  known: ReadonlySet<number>;
  /** Of the collectivité, among those named. */
  sites: ReadonlyMap<string, UsableSite>;
  animators: ReadonlySet<string>;
  intervenants: ReadonlySet<string>;
};

/** Null: no such activity where the actor plans. */
export async function loadPlanning(
  tx: Tx,
  actor: Actor,
  activityId: string,
  dates: readonly NewSession[],
): Promise<Planning | null> {
  const activity = await tx.activity.findUnique({
    where: { id: activityId, state: { not: 'CANCELLED' } },
    select: { relaisId: true, maxAdults: true, maxChildren: true, sessions: { select: { startsAt: true } } },
  });
  const relais = activity && (await managedRelais(tx, actor, 'session.plan', activity.relaisId));
  if (!activity || !relais) return null;
  const { id: relaisId, collectiviteId, zone } = relais;
  const { maxAdults, maxChildren } = activity;
  return {
    ...{ activityId, collectiviteId, relaisId, zone, maxAdults, maxChildren },
    known: new Set(activity.sessions.map(({ startsAt }) => startsAt.getTime())),
    sites: await usableSites(
      tx,
      { collectiviteId, relaisId },
      dates.map(({ siteId }) => siteId),
    ),
    ...(await assignablePeople(
      tx,
      { collectiviteId, relaisId },
      {
        animatorIds: dates.flatMap((date) => date.animatorIds ?? []),
        intervenantIds: dates.flatMap((date) => (date.intervenants ?? []).map(({ personId }) => personId)),
      },
    )),
  };
}
