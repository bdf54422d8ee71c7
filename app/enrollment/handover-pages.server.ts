import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { may, relaisWhere } from '#app/people/permissions.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { loadMeeting } from './meetings.server.ts';

export type HandoverPage = {
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  begun: boolean;
  draft: boolean;
  /** The other relais where she plans. */
  choices: { id: string; name: string }[];
};

/** To which relais the actor may give a session; two queries. Null: it is not hers to plan. */
export async function handoverPage(
  actor: PersonActor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<HandoverPage | null> {
  const meeting = isUuid(sessionId) ? await loadMeeting(tx, sessionId) : null;
  if (!meeting || meeting.collectiviteId !== actor.collectiviteId || meeting.state === 'CANCELLED') return null;
  if (!may(actor, 'session.plan', meeting)) return null;
  const where = relaisWhere(actor, 'session.plan');
  const choices = await tx.relais.findMany({
    where: {
      ...{ collectiviteId: actor.collectiviteId, id: { not: meeting.relaisId } },
      ...(where === 'all' ? {} : { AND: { id: { in: [...where] } } }),
    },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const { title, kind, site, relais, startsAt, endsAt, zone, state } = meeting;
  return {
    ...{ sessionId, kind, title, place: site.name, relais: relais.name, choices },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    ...{ begun: startsAt <= now, draft: state === 'DRAFT' },
  };
}
