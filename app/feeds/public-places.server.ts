import type { DbOrTx } from '#app/db/client.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { isUuid } from '#app/db/uuid.ts';
import { placeSlug } from './feed-filter.ts';
import { feedKey, type FeedState } from './feed-state.ts';

/** What a public feed is asked of: a relais or a manager by its slug, a site by its id. */
export type FeedAsked =
  { readonly of: 'relais' | 'collectivite'; readonly slug: string } | { readonly of: 'site'; readonly id: string };

/** Whose public feed it is, how that feed is named, and what is remembered of it. */
export type FeedPlace = {
  readonly of: FeedAsked['of'];
  readonly id: string;
  readonly collectiviteId: string;
  readonly zone: string;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly path: string;
  readonly filename: string;
  readonly state: FeedState | null;
};

type Row = {
  id: string;
  slug: string;
  name: string;
  collectivite: string;
  collectiviteId: string;
  zone: string;
  hash: string | null;
  modifiedAt: Date | null;
};

/** The place asked for and what is remembered of its feed, in one query; null: no such place. */
export async function findFeedPlace(asked: FeedAsked, db: DbOrTx): Promise<FeedPlace | null> {
  if (asked.of === 'site' && !isUuid(asked.id)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT x.*, c.name AS collectivite, c.id AS "collectiviteId", c.timezone AS zone, f.hash, f."modifiedAt"
      FROM (${rowOf(asked)}) x JOIN "Collectivite" c ON c.id = x.owner
      LEFT JOIN "FeedState" f ON f.key = ${`${asked.of}:`} || x.id`;
  if (!row) return null;
  const { id, collectiviteId, zone, hash, modifiedAt } = row;
  const state = hash === null || modifiedAt === null ? null : { hash, modifiedAt };
  return { of: asked.of, id, collectiviteId, zone, key: feedKey(asked.of, id), state, ...wordsOf(asked.of, row) };
}

function rowOf(asked: FeedAsked): Prisma.Sql {
  switch (asked.of) {
    case 'relais':
      return Prisma.sql`SELECT id, slug, name, "collectiviteId" AS owner FROM "Relais" WHERE slug = ${asked.slug}`;
    case 'collectivite':
      return Prisma.sql`SELECT id, slug, name, id AS owner FROM "Collectivite" WHERE slug = ${asked.slug}`;
    case 'site':
      return Prisma.sql`SELECT id, '' AS slug, name, "collectiviteId" AS owner FROM "Site" WHERE id = ${asked.id}::uuid`;
  }
}

function wordsOf(of: FeedAsked['of'], { id, slug, name, collectivite }: Row) {
  switch (of) {
    case 'relais':
      return {
        name,
        description: `Les rendez-vous du relais petite enfance « ${name} », ${collectivite}.`,
        path: `/relais/${slug}/agenda.ics`,
        filename: `${slug}.ics`,
      };
    case 'collectivite':
      return {
        name: `Relais petite enfance – ${name}`,
        description: `Les rendez-vous de tous les relais petite enfance, ${name}.`,
        path: `/gestionnaires/${slug}/agenda.ics`,
        filename: `${slug}.ics`,
      };
    case 'site':
      return {
        name: `${name} – relais petite enfance`,
        description: `Les rendez-vous des relais petite enfance à ce lieu : ${name}, ${collectivite}.`,
        path: `/lieux/${id}/agenda.ics`,
        filename: `${placeSlug(name).slice(0, 60) || 'lieu'}.ics`,
      };
  }
}
