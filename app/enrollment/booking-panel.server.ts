import { bookingStatus, type BookingStatus } from '#app/catalog/booking-status.ts';
import { placeFigures, waitingWords, type Figure } from '#app/catalog/place-words.ts';
import { isFull } from '#app/catalog/places.ts';
import { visibleSession } from '#app/catalog/visible.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/uuid.ts';
import type { Actor } from '#app/people/actor.ts';
import { when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Room } from './capacity.ts';
import { loadMeeting, type LoadedMeeting } from './meetings.server.ts';
import { panelBooking, type PanelBooking } from './panel-bookings.server.ts';
import { linesOf, type Line } from './standings.server.ts';

/** What stands beside a session, ready in words. */
export type BookingPanel = {
  sessionId: string;
  title: string;
  when: string;
  status: BookingStatus;
  figures: Figure[];
  full: boolean;
  /** "3 en attente"; null: nobody waits. */
  waiting: string | null;
  viewer: 'visitor' | 'professional' | 'other';
  relais: LoadedMeeting['relais'];
  /** Null for whoever books nothing for herself. */
  booking: PanelBooking | null;
};

/** The booking panel of a session for this actor; null: not there, a draft, or not hers to see. */
export async function bookingPanel(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: Tx = db(),
): Promise<BookingPanel | null> {
  const meeting = (await isVisible(tx, actor, sessionId)) ? await loadMeeting(tx, sessionId) : null;
  if (!meeting) return null;
  const line = (await linesOf(tx, [meeting], now)).get(meeting.id) ?? { queue: [], room: meeting.ceilings };
  const books = actor.kind === 'person' && actor.professionalId !== null;
  return {
    ...shownToAll(meeting, line, now),
    viewer: books ? 'professional' : actor.kind === 'person' ? 'other' : 'visitor',
    booking: books ? await panelBooking(tx, actor, meeting, line, now) : null,
  };
}

/** Does the session exist for this actor? */
export async function isVisible(tx: Tx, actor: Actor, sessionId: string): Promise<boolean> {
  if (!isUuid(sessionId)) return false;
  const rows = await tx.$queryRaw<object[]>`SELECT 1 FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    WHERE s.id = ${sessionId}::uuid AND ${visibleSession(actor)}`;
  return rows.length > 0;
}

function shownToAll(meeting: LoadedMeeting, { queue, room }: Line, now: Date) {
  const { startsAt, endsAt, zone, rules, opensAt, othersFrom, ceilings } = meeting;
  const closesAt = meeting.closesAt ?? startsAt;
  const window = { opensAt, closesAt, othersFrom, otherKindsFrom: null, decidesAt: null };
  const places = withinSite(room);
  const counted = rules.mode !== 'FREE' && Object.values(ceilings).some((ceiling) => ceiling !== null);
  const bookable = { startsAt, endsAt, zone, cancelled: meeting.state === 'CANCELLED' };
  return {
    sessionId: meeting.id,
    title: meeting.title,
    when: when(startsAt, endsAt, zone, { reference: localDate(now, zone) }),
    status: bookingStatus(rules, window, bookable, now),
    figures: placeFigures({ places, counted, children: rules.children.welcome }),
    full: counted && isFull(places, rules.children.welcome === 'REQUIRED'),
    waiting: waitingWords(queue.length),
    relais: meeting.relais,
  };
}

/** The site's ceiling included in each figure. */
function withinSite({ adults, children, persons }: Room): Room {
  const within = (own: number | null) => (own === null ? persons : Math.min(own, persons ?? own));
  return { adults: within(adults), children: within(children), persons };
}
