import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '#app/auth/limits.ts';
import { db } from '#app/db/client.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { ANONYMOUS, type Actor } from '#app/people/actor.ts';
import { loader as privateLoader } from '#app/routes/agenda-prive.ts';
import { action as renew, loader as page } from '#app/routes/mon-agenda.tsx';
import { action as revoke } from '#app/routes/mon-agenda-suppression.ts';
import { loader as publicLoader } from '#app/routes/relais-agenda.ts';
import { loader as robots } from '#app/routes/robots.ts';
import { useDatabase } from '../database.ts';
import {
  APP_URL,
  NOW,
  RENDERING,
  someActor,
  someEnrollment,
  someRelais,
  someSession,
  valuesOf,
} from '../feeds/world.ts';

useDatabase({ fresh: true });

const context = (actor: Actor = ANONYMOUS) => ({
  nonce: '',
  requestId: 'request-1',
  now: () => NOW,
  demo: false,
  appUrl: APP_URL,
  actor,
  authSessionId: null,
  address: '198.51.100.7',
  viewer: null,
});

const ask = (
  path: string,
  params: Record<string, string>,
  { actor, ...init }: RequestInit & { actor?: Actor } = {},
) => ({
  request: new Request(`${APP_URL}${path}`, init),
  params,
  context: context(actor),
});

const readPublic = (slug: string, init?: RequestInit) =>
  publicLoader(ask(`/relais/${slug}/agenda.ics`, { slug }, init));

const readPrivate = (url: string, init?: RequestInit) => {
  const { pathname } = new URL(url);
  return privateLoader(ask(pathname, { file: pathname.replace('/agenda/', '') }, init));
};

/** What a route throws instead of an answer. */
const thrown = async (answer: Promise<unknown>): Promise<Response> => {
  const error: unknown = await answer.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Response) return error;
  throw new Error('no Response was thrown');
};

async function someLink(actor: Actor): Promise<string> {
  const { url } = await renew(ask('/mon-espace/agenda', {}, { method: 'POST', actor }));
  return url;
}

describe('/relais/:slug/agenda.ics', () => {
  it('is a calendar, then 304 without body', async () => {
    const world = await someRelais();
    await renderSessionEvents(await someSession(world), RENDERING, NOW);
    const answer = await readPublic(world.slug);
    expect(answer.status).toBe(200);
    expect(valuesOf(await answer.text(), 'UID')).toHaveLength(1);
    const again = await readPublic(world.slug, { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } });
    expect([again.status, again.body, again.headers.get('Cache-Control')]).toEqual([304, null, 'public, max-age=900']);
  });

  it('is 503 in trouble, never a page, and the cause is logged under the request’s number', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    await db().$executeRaw`ALTER TABLE "Relais" RENAME TO "Ailleurs"`;
    const answer = await readPublic('nord');
    await db().$executeRaw`ALTER TABLE "Ailleurs" RENAME TO "Relais"`;
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('300');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(logged).toHaveBeenCalledWith('request-1', expect.anything());
    logged.mockRestore();
  });
});

describe('/mon-espace/agenda', () => {
  it('asks who is there', async () => {
    for (const answer of [
      page(ask('/mon-espace/agenda', {})),
      renew(ask('/mon-espace/agenda', {}, { method: 'POST' })),
      revoke(ask('/mon-espace/agenda/suppression', {}, { method: 'POST' })),
    ]) {
      expect((await thrown(answer)).headers.get('Location')).toMatch(/^\/connexion/);
    }
    expect(await db().feedToken.count()).toBe(0);
  });

  it('gives a link once; it opens her own places until it is renewed or deleted', async () => {
    const world = await someRelais();
    const [hers, other] = [await someActor(world), await someActor(world)];
    const session = await someSession(world);
    const enrollment = await someEnrollment(hers, session);
    await someEnrollment(other, session);
    const first = await someLink(hers);
    expect(first).toMatch(/^https:\/\/relais\.example\/agenda\/[\w-]{22}\.ics$/);
    const answer = await readPrivate(first);
    expect(valuesOf(await answer.text(), 'UID')).toEqual([`inscription-${enrollment}@agenda.ribambelle.example`]);
    const shown = await page(ask('/mon-espace/agenda', {}, { actor: hers }));
    expect(shown.feed?.reading).toBe('Lu aujourd’hui à 9 h');
    expect(JSON.stringify(shown)).not.toContain(first.slice(-26, -4));
    const second = await someLink(hers);
    expect((await readPrivate(first)).status).toBe(410);
    expect((await readPrivate(second)).status).toBe(200);
    const gone = await revoke(ask('/mon-espace/agenda/suppression', {}, { method: 'POST', actor: hers }));
    expect(gone.status).toBe(303);
    expect((await readPrivate(second)).status).toBe(410);
    expect((await readPrivate(`${APP_URL}/agenda/${'A'.repeat(22)}.ics`)).status).toBe(404);
  });

  it('limits readings per link, wherever they come from', async () => {
    const world = await someRelais();
    const [hers, other] = [await someActor(world), await someActor(world)];
    const [url, others] = [await someLink(hers), await someLink(other)];
    for (let n = 0; n < LIMITS.readingsOfFeed.points; n += 1) expect((await readPrivate(url)).status).toBe(200);
    const refused = await readPrivate(url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBe(LIMITS.readingsOfFeed.minutes * 60);
    expect((await readPrivate(others)).status).toBe(200);
  });
});

it('/robots.txt opens public calendars and closes what links or accounts open', async () => {
  const text = await robots().text();
  expect(text).toMatch(/^User-agent: \*\nAllow: \/\n/);
  const links = [
    '/agenda/',
    '/offres/',
    '/desistement/',
    '/lecture/',
    '/propositions/',
    '/messages/',
    '/besoins/',
    '/avis/',
  ];
  for (const path of [...links, '/connexion', '/animation', '/mon-espace']) {
    expect(text).toContain(`Disallow: ${path}\n`);
  }
  expect(text).not.toContain('Disallow: /relais');
});
