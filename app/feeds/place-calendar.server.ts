import { db, type DbOrTx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { joinCalendar } from '#app/documents/ical-calendar.ts';
import { renderEvent } from '#app/documents/ical-event.ts';
import { textLine } from '#app/documents/ical-text.ts';
import type { Actor } from '#app/people/actor.ts';
import { enrollmentEntry } from './event-text.ts';
import { PRODID } from './feed-body.ts';
import { readSessionSources } from './sources.server.ts';

const HEAD = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${textLine('PRODID', PRODID)}CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n`;

/**
 * Her confirmed place in a session, alone in a calendar, to keep without subscribing; null: she has none. Under the UID
 * and the number of the mail that confirms it, so that a phone which has read the one makes no double of the other.
 */
export async function placeCalendar(
  actor: Actor,
  sessionId: string,
  appUrl: string,
  now: Date,
  tx: DbOrTx = db(),
): Promise<string | null> {
  if (actor.kind !== 'person' || !isUuid(sessionId)) return null;
  const place = await tx.enrollment.findFirst({
    where: { sessionId, personId: actor.personId, state: 'CONFIRMED' },
    select: { id: true, sessionId: true, personId: true, _count: { select: { children: true } } },
  });
  const [source] = place ? await readSessionSources(tx, [sessionId]) : [];
  if (!place || !source) return null;
  const hers = { ...place, state: 'CONFIRMED', children: place._count.children } as const;
  const invited = await tx.invitation.findUnique({
    where: { uid: enrollmentUid(place.id) },
    select: { sequence: true },
  });
  const entry = enrollmentEntry(source, hers, appUrl);
  const event = renderEvent({ ...entry, sequence: invited?.sequence ?? 0, modifiedAt: now });
  if (event === null) return null;
  return joinCalendar(HEAD, entry.zone, [event]);
}
