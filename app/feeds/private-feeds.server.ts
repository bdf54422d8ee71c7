import { db, type Tx } from '#app/db/client.server.ts';
import { isNotModified, weakTag, type Preconditions } from './conditional.ts';
import type { FeedReading } from './feed-answer.ts';
import { digestWith, feedBody, feedFrame, type FeedFrame } from './feed-body.ts';
import type { FeedOwner } from './feed-owners.server.ts';
import { heldStamp, heldText } from './held-event.ts';
import { eventTexts, privateEvents, type PrivateEvent } from './private-events.server.ts';
import { fitFeed } from './window.ts';

/** A private feed before its texts are read: what it would list. */
export type FeedOutline = {
  readonly frame: FeedFrame;
  readonly listed: readonly PrivateEvent[];
  readonly etag: string;
};

/** What a link's feed lists now, by the stamps alone. One query. */
export async function feedOutline(owner: FeedOwner, now: Date, tx: Tx = db()): Promise<FeedOutline> {
  const frame = feedFrame(headOf(owner));
  const listed = fitFeed(await privateEvents(tx, owner, now), now, frame.room).map(heldStamp);
  return { frame, listed, etag: weakTag(digestWith(frame, listed)) };
}

/** 304, when the client holds that already; null: it must be sent. */
export function heldAlready({ etag }: FeedOutline, asked: Preconditions): FeedReading | null {
  const validators = { etag, lastModified: null };
  return isNotModified(asked, validators) ? { type: 'notModified', ...validators } : null;
}

/** The feed itself. One query more. */
export async function privateFeed({ frame, listed }: FeedOutline, tx: Tx = db()): Promise<FeedReading> {
  const texts = await eventTexts(
    tx,
    listed.map(({ uid }) => uid),
  );
  const events = listed.flatMap((event) => {
    const found = texts.get(event.uid);
    return found ? [{ ...heldStamp({ ...event, ...found }), text: heldText(found.text, event) }] : [];
  });
  const zones = new Set(events.flatMap(({ text }) => zoneOf(text)));
  const body = feedBody(frame, { events: events.map(({ text }) => text).join('') }, [...zones]);
  const etag = weakTag(digestWith(frame, events));
  return { type: 'feed', etag, lastModified: null, body, filename: 'mes-rendez-vous.ics' };
}

/** Another manager's sessions may be told in another time zone. */
function zoneOf(text: string): string[] {
  return /\r\nDTSTART;TZID=([^:;\r]+):/.exec(text)?.slice(1) ?? [];
}

function headOf({ scope, collectivite, zone }: FeedOwner) {
  return scope === 'RELAIS'
    ? { name: `Mes relais – ${collectivite}`, description: 'Les séances de vos relais, et vos rendez-vous.', zone }
    : {
        name: `Mes rendez-vous – ${collectivite}`,
        description: 'Vos inscriptions et les séances que vous animez.',
        zone,
      };
}
