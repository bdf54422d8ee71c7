import type { DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may, type Permission } from '#app/people/permissions.ts';
import type { Scope, SessionFacts } from './session-change.ts';

/** A session with those that a scope takes with it. */
export type InScope = {
  collectiviteId: string;
  relaisId: string;
  activityId: string;
  zone: string;
  named: SessionFacts;
  /** The named one among them, by start; the others have not begun. */
  sessions: readonly SessionFacts[];
};

/**
 * The sessions of a scope, drafts and published: this one; it and the later ones of its series; all those to come. A
 * session of no series goes with the dates of its activity that have none either. Null: not there, not hers, or cancelled.
 */
export async function sessionsInScope(
  db: DbOrTx,
  actor: Actor,
  { sessionId, scope, permission }: { sessionId: string; scope: Scope; permission: Permission },
  now: Date,
): Promise<InScope | null> {
  const session = await db.session.findFirst({
    where: { id: sessionId, state: { not: 'CANCELLED' } },
    select: { ...FACTS, ...PLACE, collectivite: { select: { timezone: true } } },
  });
  if (!session || !may(actor, permission, session)) return null;
  const named = factsOf(session);
  if (!named) return null;
  const { collectiviteId, relaisId, activityId, seriesId, collectivite } = session;
  const others =
    scope === 'ONE'
      ? []
      : await db.session.findMany({
          where: {
            ...{ activityId, seriesId, relaisId, id: { not: sessionId }, state: { not: 'CANCELLED' } },
            startsAt: scope === 'ALL' ? { gt: now } : { gt: now, gte: session.startsAt },
          },
          select: FACTS,
        });
  const sessions = [named, ...others.flatMap((other) => factsOf(other) ?? [])];
  sessions.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
  return { collectiviteId, relaisId, activityId, zone: collectivite.timezone, named, sessions };
}

const PLACE = { collectiviteId: true, relaisId: true, activityId: true, seriesId: true } as const;

const FACTS = {
  ...({ id: true, state: true, startsAt: true, endsAt: true, siteId: true, theme: true, audience: true } as const),
  ...({ bring: true, ageMinMonths: true, ageMaxMonths: true, maxAdults: true, maxChildren: true } as const),
  ...({ prepMinutes: true, tidyMinutes: true } as const),
  assignments: { select: { personId: true, role: true, state: true }, orderBy: { personId: 'asc' } },
} as const;

type Row = Omit<SessionFacts, 'state' | 'animatorIds' | 'intervenants'> & {
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  assignments: { personId: string; role: 'ANIMATOR' | 'INTERVENANT'; state: 'PROPOSED' | 'ACCEPTED' | 'DECLINED' }[];
};

function factsOf(row: Row): SessionFacts | null {
  const { id, state, startsAt, endsAt, siteId, theme, audience, bring, assignments } = row;
  if (state === 'CANCELLED') return null;
  const { ageMinMonths, ageMaxMonths, maxAdults, maxChildren, prepMinutes, tidyMinutes } = row;
  const speakers = assignments.filter(({ role }) => role === 'INTERVENANT');
  return {
    ...{ id, state, startsAt, endsAt, siteId, theme, audience, bring, ageMinMonths, ageMaxMonths },
    ...{ maxAdults, maxChildren, prepMinutes, tidyMinutes },
    animatorIds: assignments.filter(({ role }) => role === 'ANIMATOR').map(({ personId }) => personId),
    intervenants: speakers.map(({ personId, state }) => ({ personId, state })),
  };
}
