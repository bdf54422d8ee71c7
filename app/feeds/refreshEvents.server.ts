import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import type { Prisma } from '#app/db/generated/client.ts';
import { eventChanges, type StoredEvent, type WantedEvent } from './event-changes.ts';
import { enrollmentEntry, sessionEntry, teamEntry, type EnrollmentSource, type SessionSource } from './event-text.ts';
import { readEnrollmentSources, readSessionSources, type EnrollmentScope } from './sources.server.ts';
import { storeChanges } from './storeChanges.server.ts';

/** What was rendered; `unprintable` names the UIDs to log: they are in no feed. */
export type Rendered = { readonly written: number; readonly unprintable: readonly string[] };

/** `appUrl`: what the links of events begin with. */
export type Rendering = { readonly appUrl: string };

/** The sessions to look at; `enrollments` other than 'all': only those places, not the sessions' own events. */
export type Scope = { readonly sessionIds: readonly string[]; readonly enrollments: EnrollmentScope };

const ROUNDS = 8;

/** Both events of a session print the same UID: no feed lists the two. */
const teamKey = (sessionId: string) => `equipe-${sessionId}`;

/**
 * Makes the stored events of a scope say what their source says, in a fixed number of queries whatever its size. What
 * is stored is read before its source and written only if it still is as it was read: of two at once, the one who read
 * the newer source has the last word.
 *
 * @throws {Error} when others kept writing the same events
 */
export async function refreshEvents(scope: Scope, { appUrl }: Rendering, now: Date, tx?: Tx): Promise<Rendered> {
  let written = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stored = await readStored(tx ?? db(), scope);
    const changes = eventChanges(stored, await readWanted(tx ?? db(), scope, appUrl), now);
    const done = await storeChanges(changes, now, tx);
    written += done;
    const asked = changes.writes.length + changes.removals.length;
    if (done === asked) return { written, unprintable: changes.unprintable };
  }
  throw new Error('calendar events kept changing while they were rendered');
}

async function readStored(db: DbOrTx, { sessionIds, enrollments }: Scope): Promise<StoredEvent[]> {
  const where: Prisma.CalendarEventWhereInput =
    enrollments === 'all' ? { sessionId: { in: [...sessionIds] } } : enrollments;
  return db.calendarEvent.findMany({ where, omit: { cancelled: true } });
}

async function readWanted(db: DbOrTx, scope: Scope, appUrl: string): Promise<WantedEvent[]> {
  const sources = await readSessionSources(db, scope.sessionIds);
  const places = await readEnrollmentSources(db, scope.sessionIds, scope.enrollments);
  const known = new Map(sources.map((source) => [source.id, source]));
  const ofSessions = scope.enrollments === 'all' ? sources.flatMap((source) => sessionEvents(source, appUrl)) : [];
  const ofPlaces = places.flatMap((place) => {
    const source = known.get(place.sessionId);
    return source ? [enrollmentEvent(source, place, appUrl)] : [];
  });
  return [...ofSessions, ...ofPlaces];
}

/** A session stands in public feeds, and in those of who holds it, with what they alone must know. */
function sessionEvents(source: SessionSource, appUrl: string): WantedEvent[] {
  const [shown, held] = [sessionEntry(source, appUrl), teamEntry(source, appUrl)];
  const place = { ...placeOf(source), enrollmentId: null, personId: null };
  return [
    { ...place, uid: shown.uid, public: source.kind !== 'ANALYSE', team: false, entry: shown },
    { ...place, uid: teamKey(source.id), public: false, team: true, entry: held },
  ];
}

function enrollmentEvent(source: SessionSource, { id, ...hers }: EnrollmentSource, appUrl: string): WantedEvent {
  const entry = enrollmentEntry(source, { id, ...hers }, appUrl);
  const { personId } = hers;
  return { ...placeOf(source), uid: entry.uid, enrollmentId: id, personId, public: false, team: false, entry };
}

function placeOf({ id, collectiviteId, relaisId, siteId, kind }: SessionSource) {
  return { collectiviteId, relaisId, sessionId: id, siteId, kind };
}
