import { generatePath } from '@remix-run/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { truncateAll, useDatabase } from '#tests/integration/database.ts';

import { APP_URL, type Cast, cast, contextOf, type Role, ROLES } from './cast.ts';
import { expectationOf, TABLES } from './expectations.ts';
import type { Answer } from './expected/answers.ts';
import { type ListedRoute, listedRoutes } from './route-list.ts';

type Handler = (given: { request: Request; params: object; context: object }) => unknown;
type Module = { readonly loader?: Handler; readonly action?: Handler };

const modules = import.meta.glob<Module>('../../../app/routes/**/*.{ts,tsx}');
const routes = listedRoutes();
const written = routes.filter(({ file }) => `../../../app/${file}` in modules);

useDatabase();
let people: Cast;

describe('the tables of roles', () => {
  it('have one line for each route, and none for what is not one', () => {
    expect(TABLES.flatMap((table) => Object.keys(table)).sort()).toEqual(routes.map(({ path }) => path).sort());
  });

  it.each(written)('say what posting to /$path gives', async (route) => {
    const { action } = await moduleOf(route);
    expect(expectationOf(route.path)?.post !== undefined).toBe(action !== undefined);
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
    expect(answers).toEqual(expectationOf(route.path)?.get);
  });
});

describe('sent a form', () => {
  beforeEach(async () => {
    await truncateAll();
    people = await cast();
  });

  const writable = written.filter(({ path }) => expectationOf(path)?.post !== undefined);
  it.each(writable)('/$path answers each role as the table says', async (route) => {
    const { action } = await moduleOf(route);
    const form = (role: Role) => new URLSearchParams(expectationOf(route.path)?.form?.(role));
    const answers = await answersOf((role) => answerTo(action, route, role, { method: 'POST', body: form(role) }));
    expect(answers).toEqual(expectationOf(route.path)?.post);
  });
});

async function answersOf(answer: (role: Role) => Promise<Answer>): Promise<Partial<Record<Role, Answer>>> {
  const answers: Partial<Record<Role, Answer>> = {};
  for (const role of ROLES) answers[role] = await answer(role);
  return answers;
}

async function moduleOf({ file }: ListedRoute): Promise<Module> {
  return (await modules[`../../../app/${file}`]?.()) ?? {};
}

/** What a route without loader shows is the same for all. */
async function answerTo(handler: Handler | undefined, route: ListedRoute, role: Role, init?: RequestInit) {
  const { of, query } = expectationOf(route.path) ?? {};
  const params = of?.(people) ?? {};
  const address = `${generatePath(`/${route.path}`, params)}${query?.(people) ?? ''}`;
  const request = new Request(new URL(address, APP_URL), init);
  try {
    return readAnswer(await handler?.({ request, params, context: contextOf(people.actors[role]) }));
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
