import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { BearerActor } from '#app/people/actor.ts';
import { localDate } from '#app/time/local.ts';
import { placeInWords } from './place-words.ts';
import { movedFrom, toSay, type ToSay } from './to-tell.ts';

/** What a link "J'ai bien lu" is about; no name of anyone. */
export type Reading = {
  /** `replaced`: the session changed again since. */
  state: 'open' | 'read' | 'replaced' | 'over';
  title: string;
  say: ToSay;
  relais: { name: string; phone: string | null; email: string | null };
  /** Other sessions that the same mail spoke of. */
  others: number;
};

/** The telling that the bearer's link is about; null: it is gone. Two queries. */
export async function linkedReading(
  { purpose, enrollmentId, round }: BearerActor,
  now: Date,
  tx: DbOrTx = db(),
): Promise<Reading | null> {
  if (purpose !== 'read') return null;
  const rows = await tx.toTell.findMany({
    where: { enrollmentId, round: { gte: round } },
    orderBy: { round: 'asc' },
    select: {
      ...{ round: true, at: true, personId: true, cause: true, before: true, readAt: true },
      session: {
        select: {
          ...{ startsAt: true, endsAt: true, theme: true, cancelReason: true, state: true },
          activity: { select: { title: true } },
          collectivite: { select: { timezone: true } },
          relais: { select: { name: true, phone: true, email: true } },
          site: { select: { name: true, address: true, kind: true } },
        },
      },
    },
  });
  const [row, later] = rows;
  if (!row || row.round !== round) return null;
  const { session } = row;
  const zone = session.collectivite.timezone;
  const cause = row.cause === 'CLOSURE' ? 'OTHER' : row.cause;
  const change = { ...session, cause, zone, place: placeInWords(session.site), before: movedFrom(row.before) };
  const same = await tx.toTell.count({ where: { personId: row.personId, at: row.at } });
  return {
    state: stateOf(row.readAt !== null, later !== undefined, session.startsAt <= now),
    title: session.theme ?? session.activity.title,
    say: toSay(change, localDate(now, zone)),
    relais: session.relais,
    others: same - 1,
  };
}

function stateOf(read: boolean, later: boolean, begun: boolean): Reading['state'] {
  if (read) return 'read';
  if (later) return 'replaced';
  return begun ? 'over' : 'open';
}
