import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { awayAt } from './absences.server.ts';
import { animatorsOn } from './animators.server.ts';
import type { ActivityKindName } from './booking-rules.ts';
import { findClashes } from './clashes.server.ts';
import { ledSession, type LedSession } from './led-session.server.ts';
import { heldBy } from './occupation.ts';

/** A colleague who could lead the session. */
export type Candidate = {
  id: string;
  name: string;
  /** "Relais du Chemin vert, Relais du Moulin" */
  relais: string;
  /** She works in the relais of the session. */
  here: boolean;
  /** "absente", "Mardi 24 novembre, 9 h 30 – 11 h (Musique)"; null: she is free. */
  busy: string | null;
};

export type ReplacementPage = {
  sessionId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  draft: boolean;
  begun: boolean;
  animators: { id: string; name: string; away: boolean }[];
  /** Those free and of this relais first. */
  candidates: Candidate[];
};

/** Who leads a session and who could; five queries, however many colleagues. Null: it is not hers to plan. */
export async function replacementPage(
  actor: PersonActor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<ReplacementPage | null> {
  const session = await ledSession(tx, actor, sessionId);
  if (!session) return null;
  const { words, startsAt, endsAt, zone, kind, state, animators } = session;
  const colleagues = await animatorsOn(tx, session);
  const ids = [...new Set([...colleagues, ...animators].map(({ id }) => id))];
  const away = await awayAt(tx, ids, session);
  const busy = await busyIn(tx, session, ids);
  const leading = new Set(animators.map(({ id }) => id));
  const candidates = colleagues
    .filter(({ id }) => !leading.has(id))
    .map(({ id, name, relais, here }): Candidate => {
      const held = away.has(id) ? 'absente' : (busy.get(id) ?? null);
      return { id, name, relais: relais.join(', ') || 'tous les relais', here, busy: held };
    })
    .toSorted((a, b) => Number(a.busy !== null) - Number(b.busy !== null));
  return {
    ...{ sessionId, kind, title: words.title, place: words.place, relais: words.relais.name, candidates },
    when: capital(when(startsAt, endsAt, zone, { reference: localDate(now, zone) })),
    ...{ draft: state === 'DRAFT', begun: startsAt <= now },
    animators: animators.map(({ id, name }) => ({ id, name, away: away.has(id) })),
  };
}

/** What holds each of them at that time, in words. */
async function busyIn(tx: Tx, session: LedSession, personIds: readonly string[]): Promise<Map<string, string>> {
  const { startsAt, endsAt, zone } = session;
  const wanted = personIds.flatMap((id, index) =>
    heldBy({ ...session, site: { id: session.siteId, exclusive: false }, personIds: [id] }).map((held) => ({
      ...{ ...held, index, startsAt, endsAt },
    })),
  );
  const found = await findClashes(tx, wanted, zone, [session.id]);
  return new Map(
    found
      .toReversed()
      .map(({ resource, clash }) => [resource.replace('person:', ''), `${clash.when} (${clash.by})`] as const),
  );
}
