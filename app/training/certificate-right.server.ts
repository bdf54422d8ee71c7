import { readsNames } from '#app/catalog/group-readers.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';

/** What certificates are issued for: an activity, or one of its sessions. */
export type Attestable = {
  id: string;
  title: string;
  kind: ActivityKindName;
  relaisId: string;
  collectiviteId: string;
  relais: string;
  collectivite: string;
  zone: string;
  themeId: string | null;
  sessions: { id: string; startsAt: Date; endsAt: Date; theme: string | null }[];
};

/**
 * The activity whose presences this actor may attest: of a relais where she issues certificates; of a group of analysis
 * its facilitator and who composes it alone (rule 8). Null: it does not exist for her.
 */
export async function attestable(db: DbOrTx, actor: Actor, activityId: string): Promise<Attestable | null> {
  if (!isUuid(activityId)) return null;
  const found = await db.activity.findUnique({
    where: { id: activityId },
    select: {
      ...{ id: true, title: true, kind: true, relaisId: true, collectiviteId: true },
      relais: { select: { name: true } },
      collectivite: { select: { name: true, timezone: true } },
      line: { select: { themeId: true } },
      cohorts: {
        orderBy: { endedAt: { sort: 'desc', nulls: 'first' } },
        take: 1,
        select: { composerId: true, facilitatorId: true },
      },
      sessions: {
        where: { state: 'PUBLISHED' },
        orderBy: { startsAt: 'asc' },
        select: { id: true, startsAt: true, endsAt: true, theme: true },
      },
    },
  });
  if (!found) return null;
  const { relais, collectivite, line, cohorts, ...activity } = found;
  const [group] = cohorts;
  const isHers =
    activity.kind === 'ANALYSE'
      ? group !== undefined && readsNames(actor, { ...activity, ...group })
      : may(actor, 'certificate.issue', activity);
  if (!isHers) return null;
  const names = { relais: relais.name, collectivite: collectivite.name, zone: collectivite.timezone };
  return { ...activity, ...names, themeId: line?.themeId ?? null };
}
