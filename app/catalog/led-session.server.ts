import type { DbOrTx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import type { SessionWords } from '#app/mail/templates.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { dayLong, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { ActivityKindName } from './booking-rules.ts';

const columns = {
  ...({ id: true, collectiviteId: true, relaisId: true, siteId: true, state: true, startsAt: true } as const),
  ...({ endsAt: true, prepMinutes: true, tidyMinutes: true, theme: true, bring: true } as const),
  activity: { select: { kind: true, title: true, bring: true } },
  relais: { select: { name: true, phone: true, email: true } },
  site: { select: { name: true, address: true } },
  collectivite: { select: { timezone: true } },
  assignments: {
    where: { role: 'ANIMATOR', state: { not: 'DECLINED' } },
    select: { person: { select: { id: true, firstName: true, lastName: true, email: true } } },
  },
} satisfies Prisma.SessionSelect;

type Row = Prisma.SessionGetPayload<{ select: typeof columns }>;

/** A session as who leads it is concerned. */
export type LedSession = Pick<
  Row,
  'id' | 'collectiviteId' | 'relaisId' | 'siteId' | 'state' | 'startsAt' | 'endsAt' | 'prepMinutes' | 'tidyMinutes'
> & {
  kind: ActivityKindName;
  zone: string;
  animators: { id: string; name: string; email: string | null }[];
  words: SessionWords;
};

/** A draft or a published session with who leads it, where the actor plans; null: it is not there, not hers, or cancelled. */
export async function ledSession(db: DbOrTx, actor: Actor, sessionId: string): Promise<LedSession | null> {
  const row = await db.session.findFirst({
    where: { id: sessionId, state: { not: 'CANCELLED' } },
    select: columns,
  });
  if (!row || !may(actor, 'session.plan', row)) return null;
  const { collectivite, activity, assignments, ...session } = row;
  const animators = assignments.map(({ person }) => ({
    ...{ id: person.id, name: `${person.firstName} ${person.lastName}`, email: person.email },
  }));
  return { ...session, kind: activity.kind, zone: collectivite.timezone, animators, words: wordsOf(row) };
}

/** What a mail to who leads it says of the session. */
function wordsOf({ activity, collectivite, theme, bring, relais, site, ...session }: Row): SessionWords {
  const { startsAt, endsAt } = session;
  const timezone = collectivite.timezone;
  return {
    ...{ sessionId: session.id, title: theme ?? activity.title, bring: (bring ?? activity.bring) || null, relais },
    day: dayLong(localDate(startsAt, timezone)),
    when: when(startsAt, endsAt, timezone),
    ...{ place: site.name, address: site.address, timezone },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  };
}
