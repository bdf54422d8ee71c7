import type { DbOrTx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import type { SessionWords } from '#app/mail/templates.ts';
import { dayLong, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { ActivityKindName } from './booking-rules.ts';

const columns = {
  ...({ id: true, collectiviteId: true, state: true, startsAt: true, endsAt: true, theme: true, bring: true } as const),
  activity: { select: { kind: true, title: true, bring: true } },
  relais: { select: { name: true, phone: true, email: true } },
  site: { select: { name: true, address: true } },
  collectivite: { select: { timezone: true } },
  assignments: {
    orderBy: { personId: 'asc' },
    select: {
      ...({ id: true, personId: true, role: true, state: true, proposedAt: true, proposedById: true } as const),
      person: { select: { firstName: true, lastName: true, email: true, erasedAt: true } },
    },
  },
} satisfies Prisma.SessionSelect;

type Row = Prisma.SessionGetPayload<{ select: typeof columns }>;

export type Leader = {
  assignmentId: string;
  personId: string;
  name: string;
  /** Null: reached by telephone, or erased. */
  email: string | null;
  role: 'ANIMATOR' | 'INTERVENANT';
  state: 'PROPOSED' | 'ACCEPTED' | 'DECLINED';
  proposedAt: Date | null;
  proposedById: string | null;
};

/** A session with those who lead or speak at it, as a mail tells it. */
export type LedMeeting = Pick<Row, 'id' | 'collectiviteId' | 'state' | 'startsAt'> & {
  kind: ActivityKindName;
  words: SessionWords;
  leaders: Leader[];
};

/** The sessions of these ids with who leads them, by start; one read whatever their number. */
export async function leadersOf(tx: DbOrTx, sessionIds: readonly string[]): Promise<LedMeeting[]> {
  if (sessionIds.length === 0) return [];
  const rows = await tx.session.findMany({
    where: { id: { in: [...sessionIds] } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return rows.map((row) => ({
    ...{ id: row.id, collectiviteId: row.collectiviteId, state: row.state, startsAt: row.startsAt },
    kind: row.activity.kind,
    words: wordsOf(row),
    leaders: row.assignments.map(leaderOf),
  }));
}

function leaderOf({ id, person, ...assignment }: Row['assignments'][number]): Leader {
  const email = person.erasedAt === null ? person.email : null;
  return { assignmentId: id, ...assignment, name: `${person.firstName} ${person.lastName}`, email };
}

function wordsOf({ id, activity, collectivite, theme, bring, relais, site, startsAt, endsAt }: Row): SessionWords {
  const { timezone } = collectivite;
  return {
    ...{ sessionId: id, title: theme ?? activity.title, bring: (bring ?? activity.bring) || null, relais },
    day: dayLong(localDate(startsAt, timezone)),
    when: when(startsAt, endsAt, timezone),
    ...{ place: site.name, address: site.address, timezone },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
  };
}
