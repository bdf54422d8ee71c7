import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { readsNames } from './group-readers.ts';

/** Where documents are added or taken away. `all`: of every date; else what concerns these sessions alone. */
export type MaterialPlace = { activityId: string; collectiviteId: string; all: boolean; sessionIds: readonly string[] };

/**
 * An activity whose documents the actor looks after: who plans it; an intervenant who has accepted some of its sessions,
 * for these; for an ANALYSE its facilitator and the animator who composes it, and nobody else (rule 8). Null: it does
 * not exist for her.
 */
export async function materialPlace(db: DbOrTx, actor: Actor, activityId: string): Promise<MaterialPlace | null> {
  if (!isUuid(activityId)) return null;
  const mine = actor.kind === 'person' ? actor.personId : null;
  const row = await db.activity.findUnique({
    where: { id: activityId },
    select: {
      ...({ collectiviteId: true, relaisId: true, kind: true } as const),
      cohorts: { where: { endedAt: null }, select: { composerId: true, facilitatorId: true } },
      sessions: {
        where: { assignments: { some: { personId: mine ?? activityId, role: 'INTERVENANT', state: 'ACCEPTED' } } },
        select: { id: true },
      },
    },
  });
  if (!row) return null;
  const { collectiviteId, relaisId, kind, cohorts } = row;
  const sessionIds = row.sessions.map(({ id }) => id);
  const all =
    kind === 'ANALYSE'
      ? actor.kind === 'system' || cohorts.some((group) => readsNames(actor, { ...group, relaisId, collectiviteId }))
      : may(actor, 'session.plan', row);
  if (!all && (kind === 'ANALYSE' || sessionIds.length === 0)) return null;
  return { activityId, collectiviteId, all, sessionIds };
}

/** May she settle what stands there: for all dates, or for this one? */
export function settles({ all, sessionIds }: MaterialPlace, sessionId: string | null): boolean {
  return all || (sessionId !== null && sessionIds.includes(sessionId));
}
