import { db, type DbOrTx, type Tx } from '#app/db/client.server.ts';
import { list } from '#app/time/french.ts';
import { isNotModified, weakTag, type Preconditions } from './conditional.ts';
import { KIND_WORDS } from './event-text.ts';
import type { FeedReading } from './feed-answer.ts';
import { feedBody, feedFrame } from './feed-body.ts';
import { filterQuery, readFilter, sitesMeant, type FeedFilter } from './feed-filter.ts';
import { digestFor, feedKey, nextState, type FeedState } from './feed-state.ts';
import { fillPublicFrame } from './public-events.server.ts';
import { keepBody, recentBody } from './recent-bodies.server.ts';
import { feedWindow } from './window.ts';

type Asked = { readonly slug: string; readonly query: URLSearchParams; readonly appUrl: string } & Preconditions;

type RelaisRow = {
  id: string;
  slug: string;
  name: string;
  collectivite: string;
  collectiviteId: string;
  zone: string;
  hash: string | null;
  modifiedAt: Date | null;
};

/**
 * The public feed of a relais, for anyone: one query when it is not modified, else two (three with places, and a write
 * after each change). Refuses an unknown relais, type or place.
 */
export async function publicFeed(asked: Asked, now: Date, tx: Tx = db()): Promise<FeedReading> {
  const read = readFilter(asked.query);
  if (!read.ok) return { type: 'refused', because: 'unknownKind' };
  const relais = await readRelais(tx, asked.slug);
  if (relais === null) return { type: 'refused', because: 'unknownRelais' };
  const siteIds = await readSites(tx, relais, read.filter.places);
  if (siteIds === null) return { type: 'refused', because: 'unknownPlace' };
  const filename = `${relais.slug}.ics`;
  const window = feedWindow(now, relais.zone);
  const frame = feedFrame(headOf(relais, read.filter, asked.appUrl));
  const selection = { relaisId: relais.id, kinds: read.filter.kinds, siteIds };
  const filtered = selection.kinds.length > 0 || siteIds.length > 0;
  const madeFor = `${window.day}:${frame.digest}`;
  const state = stateOf(relais);
  const known = filtered ? null : digestFor(state, madeFor);
  if (known !== null && state !== null) {
    const validators = { etag: weakTag(known), lastModified: state.modifiedAt };
    if (isNotModified(asked, validators)) return { type: 'notModified', ...validators };
    const body = recentBody(known);
    if (body !== null) return { type: 'feed', ...validators, body, filename };
  }
  const filling = await fillPublicFrame(frame, selection, window, now, tx);
  const { digest } = filling;
  const lastModified = filtered ? null : await remember(tx, relais, digest, madeFor, now);
  const validators = { etag: weakTag(digest), lastModified };
  if (isNotModified(asked, validators)) return { type: 'notModified', ...validators };
  const body = feedBody(frame, filling);
  if (!filtered) keepBody(digest, body);
  return { type: 'feed', ...validators, body, filename };
}

async function readRelais(db: DbOrTx, slug: string): Promise<RelaisRow | null> {
  const rows = await db.$queryRaw<RelaisRow[]>`
    SELECT r.id, r.slug, r.name, c.name AS collectivite, c.id AS "collectiviteId", c.timezone AS zone,
           f.hash, f."modifiedAt"
      FROM "Relais" r JOIN "Collectivite" c ON c.id = r."collectiviteId"
      LEFT JOIN "FeedState" f ON f.key = 'relais:' || r.id
     WHERE r.slug = ${slug}`;
  return rows[0] ?? null;
}

/** The sites meant by a filter; none for no filter; null when one of them is unknown. */
async function readSites(
  db: DbOrTx,
  { collectiviteId }: RelaisRow,
  places: FeedFilter['places'],
): Promise<readonly string[] | null> {
  if (places.length === 0) return [];
  const sites = await db.site.findMany({ where: { collectiviteId }, select: { id: true, name: true } });
  return sitesMeant(places, sites);
}

/** When the body last changed; null when events changed while it was read, so that nobody knows. */
async function remember(
  db: DbOrTx,
  relais: RelaisRow,
  digest: string,
  madeFor: string,
  now: Date,
): Promise<Date | null> {
  const state = stateOf(relais);
  const next = nextState(state, digest, madeFor, now);
  if (state?.hash === next.hash) return state.modifiedAt;
  const kept = await db.$executeRaw`
    INSERT INTO "FeedState" AS f (key, hash, "modifiedAt")
    VALUES (${feedKey(relais.id)}, ${next.hash}, ${next.modifiedAt}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET hash = EXCLUDED.hash, "modifiedAt" = EXCLUDED."modifiedAt"
     WHERE f.hash = ${relais.hash}::text`;
  return kept === 1 ? next.modifiedAt : null;
}

function stateOf({ hash, modifiedAt }: RelaisRow): FeedState | null {
  return hash === null || modifiedAt === null ? null : { hash, modifiedAt };
}

function headOf(relais: RelaisRow, filter: FeedFilter, appUrl: string) {
  const kinds = filter.kinds.map((kind) => KIND_WORDS[kind]);
  return {
    name: kinds.length === 0 ? relais.name : `${relais.name} (${list(kinds)})`,
    description: `Les rendez-vous du relais petite enfance « ${relais.name} », ${relais.collectivite}.`,
    zone: relais.zone,
    source: new URL(`/relais/${relais.slug}/agenda.ics${filterQuery(filter)}`, appUrl).href,
  };
}
