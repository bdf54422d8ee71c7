import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { may, type Permission } from '#app/people/permissions.ts';
import { localDate } from '#app/time/local.ts';

export type HeldActivity = {
  id: string;
  title: string;
  kind: 'FORMATION';
  relaisId: string;
  relais: string;
  collectiviteId: string;
  zone: string;
  themeId: string | null;
  /** Its published sessions, in order. */
  sessions: { id: string; startsAt: Date; endsAt: Date }[];
  /** Its last day; null: it has no date. */
  lastDay: string | null;
  over: boolean;
};

/** A training of a relais where the actor may do this; null: it does not exist for her. */
export async function trainingActivity(
  db: DbOrTx,
  actor: Actor,
  permission: Permission,
  activityId: string,
  now: Date,
): Promise<HeldActivity | null> {
  if (!isUuid(activityId) || (actor.kind !== 'system' && actorId(actor) === null)) return null;
  const found = await db.activity.findFirst({
    where: { id: activityId, kind: 'FORMATION' },
    select: {
      ...{ id: true, title: true, relaisId: true, collectiviteId: true },
      relais: { select: { name: true } },
      collectivite: { select: { timezone: true } },
      line: { select: { themeId: true } },
      sessions: {
        where: { state: 'PUBLISHED' },
        orderBy: { startsAt: 'asc' },
        select: { id: true, startsAt: true, endsAt: true },
      },
    },
  });
  if (!found || !may(actor, permission, found)) return null;
  const { collectivite, line, relais, sessions, ...activity } = found;
  const last = sessions.at(-1);
  return {
    ...{ ...activity, kind: 'FORMATION', relais: relais.name, sessions },
    zone: collectivite.timezone,
    themeId: line?.themeId ?? null,
    lastDay: last ? localDate(last.endsAt, collectivite.timezone) : null,
    over: last !== undefined && last.endsAt <= now,
  };
}
