import { matchPath } from '@remix-run/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { truncateAll, useDatabase } from '#tests/integration/database.ts';

import { APP_URL, type Cast, cast, contextOf, type Role } from './cast.ts';
import { type Answer, answersOf, EXPECTATIONS } from './expectations.ts';
import { type ListedRoute, listedRoutes } from './route-list.ts';

type Handler = (given: { request: Request; params: object; context: object }) => unknown;
type Module = { readonly loader?: Handler; readonly action?: Handler };

const modules = import.meta.glob<Module>('../../../app/routes/**/*.{ts,tsx}');
const routes = listedRoutes();
const written = routes.filter(({ file }) => `../../../app/${file}` in modules);

useDatabase();
let people: Cast;

describe('the table of roles', () => {
  it('has a line for each route, and none for what is not one', () => {
    expect(Object.keys(EXPECTATIONS).sort()).toEqual(routes.map(({ path }) => path).sort());
  });

  it.each(written)('says what posting to /$path gives', async (route) => {
    const { action } = await moduleOf(route);
    expect(EXPECTATIONS[route.path]?.post !== undefined).toBe(action !== undefined);
  });
});

describe('asked for a page', () => {
  beforeAll(async () => {
    await truncateAll();
    people = await cast();
  });

  it.each(written)('/$path answers each role as the table says', async (route) => {
    const { loader } = await moduleOf(route);
    const answers = await answersOf((role) => answerTo(loader, route, role));
    expect(answers).toEqual(EXPECTATIONS[route.path]?.get);
  });
});

describe('sent a form', () => {
  beforeEach(async () => {
    await truncateAll();
    people = await cast();
  });

  const writable = written.filter(({ path }) => EXPECTATIONS[path]?.post !== undefined);
  it.each(writable)('/$path answers each role as the table says', async (route) => {
    const { action } = await moduleOf(route);
    const form = (role: Role) => new URLSearchParams(EXPECTATIONS[route.path]?.form?.(role));
    const answers = await answersOf((role) => answerTo(action, route, role, { method: 'POST', body: form(role) }));
    expect(answers).toEqual(EXPECTATIONS[route.path]?.post);
  });
});

async function moduleOf({ file }: ListedRoute): Promise<Module> {
  return (await modules[`../../../app/${file}`]?.()) ?? {};
}

/** What a route without loader shows is the same for all. */
async function answerTo(handler: Handler | undefined, route: ListedRoute, role: Role, init?: RequestInit) {
  const address = EXPECTATIONS[route.path]?.path(people) ?? '';
  const params = matchPath(`/${route.path}`, new URL(address, APP_URL).pathname)?.params;
  expect(params, `${address} is an address of ${route.path}`).toBeDefined();
  const request = new Request(new URL(address, APP_URL), init);
  try {
    return readAnswer(await handler?.({ request, params: params ?? {}, context: contextOf(people.actors[role]) }));
  } catch (thrown) {
    if (thrown instanceof Error) throw thrown;
    return readAnswer(thrown);
  }
}

/** A Response, what `data()` makes, or plain data. */
function readAnswer(result: unknown): Answer {
  if (!(result instanceof Response)) {
    const status: unknown = Reflect.get(Object(Reflect.get(Object(result), 'init')), 'status');
    return typeof status === 'number' ? status : 200;
  }
  const to = result.headers.get('Location');
  if (to === null) return result.status;
  const { pathname } = new URL(to, APP_URL);
  const path = pathname.slice(1).replace(/[0-9a-f]{8}(-[0-9a-f]+){4}/g, ':id');
  return `/${path.replace(/\/[\w-]{43,50}(?=\/|$)/, '/:token')}`;
}
