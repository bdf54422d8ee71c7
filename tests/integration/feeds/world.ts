import { randomUUID } from 'node:crypto';
import { db } from '#app/db/client.server.ts';
import type { ActivityKind, EnrollmentState, PublicationState } from '#app/db/generated/client.ts';
import { publicFeed } from '#app/feeds/public-feeds.server.ts';
import { openLink } from '#app/feeds/feed-owners.server.ts';
import { feedOutline, heldAlready, privateFeed } from '#app/feeds/private-feeds.server.ts';
import type { FeedAsked } from '#app/feeds/public-places.server.ts';
import { feedAnswer } from '#app/feeds/feed-answer.ts';
import type { PersonActor } from '#app/people/actor.ts';

export const APP_URL = 'https://relais.example';
export const RENDERING = { appUrl: APP_URL };
export const NOW = new Date('2026-11-22T08:00:00Z');
export const HOUR = 3_600_000;
export const later = (millis: number) => new Date(NOW.getTime() + millis);

export async function someRelais(name = 'Relais Nord') {
  const key = randomUUID().slice(0, 8);
  const collectivite = await db().collectivite.create({ data: { slug: `c-${key}`, name: 'Amiens Métropole' } });
  const collectiviteId = collectivite.id;
  const relais = await db().relais.create({
    data: { collectiviteId, slug: `nord-${key}`, name, phone: '03 22 00 00 00' },
  });
  const site = await someSite(collectiviteId, 'Maison de l’enfance');
  return { collectiviteId, relaisId: relais.id, slug: relais.slug, siteId: site.id };
}

export type World = Awaited<ReturnType<typeof someRelais>>;

export async function someSite(collectiviteId: string, name: string) {
  return db().site.create({
    data: {
      ...{ collectiviteId, name, address: '12 rue des Lilas, 80000 Amiens', latitude: 49.894, longitude: 2.2957 },
      accessNotes: 'Sonnez au portail bleu.',
    },
  });
}

export type SessionWish = {
  kind?: ActivityKind;
  state?: PublicationState;
  title?: string;
  theme?: string;
  startsAt?: string | Date;
  minutes?: number;
  siteId?: string;
};

export async function someSession(world: World, wish: SessionWish = {}) {
  const { collectiviteId, relaisId } = world;
  const startsAt = new Date(wish.startsAt ?? '2026-11-24T08:30:00Z');
  const activity = await db().activity.create({
    data: {
      collectiviteId,
      relaisId,
      kind: wish.kind ?? 'ATELIER',
      title: wish.title ?? 'Peinture au sol',
      description: 'On salit tout.',
      bring: 'Un tablier',
    },
  });
  const session = await db().session.create({
    data: {
      collectiviteId,
      relaisId,
      activityId: activity.id,
      siteId: wish.siteId ?? world.siteId,
      state: wish.state ?? 'PUBLISHED',
      startsAt,
      endsAt: new Date(startsAt.getTime() + (wish.minutes ?? 90) * 60_000),
      theme: wish.theme ?? null,
      publishedAt: NOW,
    },
  });
  return session.id;
}

export async function someActor({ collectiviteId }: World): Promise<PersonActor> {
  const person = await db().person.create({
    data: { collectiviteId, firstName: 'Nadia', lastName: 'Morelle-Dubois', email: `${randomUUID()}@exemple.fr` },
  });
  const name = 'Nadia Morelle-Dubois';
  return {
    kind: 'person',
    personId: person.id,
    collectiviteId,
    name,
    professionalId: null,
    intervenantId: null,
    roles: [],
  };
}

let arrival = 0;
const ENDED: readonly EnrollmentState[] = ['WITHDRAWN', 'REFUSED', 'EXPIRED', 'CANCELLED'];

export async function someEnrollment(
  { collectiviteId, personId }: PersonActor,
  sessionId: string,
  state: EnrollmentState = 'CONFIRMED',
  children = 0,
) {
  const enrollment = await db().enrollment.create({
    data: {
      collectiviteId,
      sessionId,
      personId,
      state,
      arrival: (arrival += 1),
      createdById: personId,
      createdAt: NOW,
      changedAt: NOW,
      endedAt: ENDED.includes(state) ? NOW : null,
      offerExpiresAt: state === 'OFFERED' ? later(24 * HOUR) : null,
      children: {
        create: Array.from({ length: children }, () => ({ collectiviteId, fromMonths: 18, untilMonths: 36 })),
      },
    },
  });
  return enrollment.id;
}

const asked = (headers: Record<string, string>) => {
  const given = new Headers(headers);
  return { ifNoneMatch: given.get('If-None-Match'), ifModifiedSince: given.get('If-Modified-Since') };
};

/** The answer of a public feed as HTTP would carry it. */
export async function readPublic(
  whose: string | FeedAsked,
  query = '',
  headers: Record<string, string> = {},
  now = NOW,
) {
  const place = typeof whose === 'string' ? ({ of: 'relais', slug: whose } as const) : whose;
  const wish = { place, query: new URLSearchParams(query), appUrl: APP_URL, ...asked(headers) };
  return feedAnswer(await publicFeed(wish, now), 'public');
}

/** The answer of a private feed as HTTP would carry it. */
export async function readPrivate(token: string, headers: Record<string, string> = {}, now = NOW) {
  const link = await openLink(`${token}.ics`, now);
  if (!link.ok) return feedAnswer({ type: 'refused', because: link.because }, 'private');
  const outline = await feedOutline(link.owner, now);
  return feedAnswer(heldAlready(outline, asked(headers)) ?? (await privateFeed(outline)), 'private');
}

/** The whole lines of a calendar, unfolded. */
export const lines = (body: string | null) => (body ?? '').replaceAll('\r\n ', '').split('\r\n');

export const valuesOf = (body: string | null, name: string) =>
  lines(body)
    .filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))
    .map((line) => line.slice(line.indexOf(':') + 1));
