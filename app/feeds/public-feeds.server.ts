import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { list } from '#app/time/french.ts';
import { isNotModified, weakTag, type Preconditions } from './conditional.ts';
import { KIND_WORDS } from './event-text.ts';
import type { FeedReading } from './feed-answer.ts';
import { feedBody, feedFrame } from './feed-body.ts';
import { filterQuery, readFilter, sitesMeant, type FeedFilter } from './feed-filter.ts';
import { digestFor, nextState } from './feed-state.ts';
import { fillPublicFrame } from './public-events.server.ts';
import { findFeedPlace, type FeedAsked, type FeedPlace } from './public-places.server.ts';
import { keepBody, madeOnce, recentBody, type Made } from './recent-bodies.server.ts';
import { feedWindow } from './window.ts';

type Asked = { readonly place: FeedAsked; readonly query: URLSearchParams; readonly appUrl: string } & Preconditions;

/**
 * The public feed of a relais, a manager or a site, for anyone: one query when it is not modified, else two (three with
 * places, and a write after each change). Refuses an unknown relais, manager, site, type or place.
 */
export async function publicFeed(asked: Asked, now: Date, tx: Tx = db()): Promise<FeedReading> {
  const read = readFilter(asked.query);
  if (!read.ok) return { type: 'refused', because: 'unknownKind' };
  const place = await findFeedPlace(asked.place, tx);
  if (place === null) return { type: 'refused', because: UNKNOWN[asked.place.of] };
  const siteIds = await readSites(tx, place, read.filter.places);
  if (siteIds === null) return { type: 'refused', because: 'unknownPlace' };
  const { filename, state } = place;
  const window = feedWindow(now, place.zone);
  const frame = feedFrame(headOf(place, read.filter, asked.appUrl));
  const selection = { place, kinds: read.filter.kinds, siteIds };
  const filtered = selection.kinds.length > 0 || siteIds.length > 0;
  const madeFor = `${window.day}:${frame.digest}`;
  const known = filtered ? null : digestFor(state, madeFor);
  if (known !== null && state !== null) {
    const validators = { etag: weakTag(known), lastModified: state.modifiedAt };
    if (isNotModified(asked, validators)) return { type: 'notModified', ...validators };
    const body = recentBody(known);
    if (body !== null) return { type: 'feed', ...validators, body, filename };
  }
  const make = async (): Promise<Made> => {
    const filling = await fillPublicFrame(frame, selection, window, now, tx);
    const lastModified = filtered ? null : await remember(tx, place, filling.digest, madeFor, now);
    const body = feedBody(frame, filling);
    if (!filtered) keepBody(filling.digest, body);
    return { etag: weakTag(filling.digest), lastModified, body };
  };
  // whoever saw the same mark may have the same body: the mark changes with the events
  const { body, ...validators } =
    filtered || tx !== db() ? await make() : await madeOnce(`${place.key} ${state?.hash} ${madeFor}`, make);
  return isNotModified(asked, validators)
    ? { type: 'notModified', ...validators }
    : { type: 'feed', ...validators, body, filename };
}

const UNKNOWN = { relais: 'unknownRelais', collectivite: 'unknownCollectivite', site: 'unknownSite' } as const;

/** The sites meant by a filter; none for no filter; null when one of them is unknown. */
async function readSites(
  db: DbOrTx,
  { collectiviteId }: FeedPlace,
  places: FeedFilter['places'],
): Promise<readonly string[] | null> {
  if (places.length === 0) return [];
  const sites = await db.site.findMany({ where: { collectiviteId }, select: { id: true, name: true } });
  return sitesMeant(places, sites);
}

/** When the body last changed; null when events changed while it was read, so that nobody knows. */
async function remember(
  db: DbOrTx,
  { key, state }: FeedPlace,
  digest: string,
  madeFor: string,
  now: Date,
): Promise<Date | null> {
  const next = nextState(state, digest, madeFor, now);
  if (state?.hash === next.hash) return state.modifiedAt;
  const kept = await db.$executeRaw`
    INSERT INTO "FeedState" AS f (key, hash, "modifiedAt")
    VALUES (${key}, ${next.hash}, ${next.modifiedAt}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET hash = EXCLUDED.hash, "modifiedAt" = EXCLUDED."modifiedAt"
     WHERE f.hash = ${state?.hash ?? null}::text`;
  return kept === 1 ? next.modifiedAt : null;
}

function headOf({ name, description, path, zone }: FeedPlace, filter: FeedFilter, appUrl: string) {
  const kinds = filter.kinds.map((kind) => KIND_WORDS[kind]);
  return {
    name: kinds.length === 0 ? name : `${name} (${list(kinds)})`,
    description,
    zone,
    source: new URL(`${path}${filterQuery(filter)}`, appUrl).href,
  };
}
