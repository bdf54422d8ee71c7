import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { createRequestHandler } from '@remix-run/express';
import type { RequestHandler } from 'express';
import type { ViteDevServer } from 'vite';
import { viewerOf } from '#app/auth/viewerOf.server.ts';
import type { Clock } from './clock.ts';
import type { Settings } from './environment.ts';
import { localsOf } from './headers.ts';
import type { HeldFeeds } from './held-feeds.ts';
import { rememberPages } from './remembered-pages.ts';
import { sectionsOf } from './route-sections.ts';

type Framework = Parameters<typeof createRequestHandler>[0];

/** The framework's handler of pages, over the build or the development server. */
export async function createHandler(
  root: string,
  settings: Settings,
  clock: Clock,
  vite: ViteDevServer | null,
  feeds: HeldFeeds,
): Promise<RequestHandler> {
  const getLoadContext: Framework['getLoadContext'] = async (request, response): Promise<AppLoadContext> => ({
    ...localsOf(response),
    ...(await viewerOf(request.headers.cookie, clock(), settings.appUrl)),
    now: clock,
    demo: settings.demo,
    appUrl: settings.appUrl,
    address: request.ip ?? '',
  });
  if (vite) {
    const handle = createRequestHandler({ build: () => loadFrom(vite), mode: 'development', getLoadContext });
    return (request, response, next) => void handle(request, response, next);
  }
  const handle = handleBySection(await loadBuild(root), getLoadContext);
  return rememberPages(handle, clock, settings.appUrl, feeds);
}

/**
 * The framework compares each request, and prepares each page, with all the routes it was given: with two hundred of
 * them that was a sixth of the work. So each section of the addresses has a handler that knows its own routes alone.
 */
function handleBySection(build: ServerBuild, getLoadContext: Framework['getLoadContext']): RequestHandler {
  const handlerOf = (part: ServerBuild) => createRequestHandler({ build: part, mode: 'production', getLoadContext });
  const sectionAt = sectionsOf(build.routes);
  const whole = handlerOf(build);
  const made = new Map<string, typeof whole>();
  return (request, response, next) => {
    const section = sectionAt(request.path);
    const handle = section ? (made.get(section.key) ?? handlerOf(partOf(build, section.ids()))) : whole;
    if (section) made.set(section.key, handle);
    void handle(request, response, next);
  };
}

function partOf(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const only = <Of>(routes: Readonly<Record<string, Of>>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

async function loadBuild(root: string): Promise<ServerBuild> {
  const build: unknown = await import(pathToFileURL(join(root, 'build/server/index.js')).href);
  if (!isBuild(build)) throw new Error('build/server/index.js is not a build');
  return build;
}

async function loadFrom(vite: ViteDevServer): Promise<ServerBuild> {
  const build: unknown = await vite.ssrLoadModule('virtual:remix/server-build');
  if (!isBuild(build)) throw new Error('the development server gave no build');
  return build;
}

function isBuild(value: unknown): value is ServerBuild {
  return typeof value === 'object' && value !== null && 'routes' in value && 'entry' in value;
}

/** The development server as a middleware: compiles on demand, reloads the browser. */
export async function startVite(root: string): Promise<ViteDevServer> {
  const { createServer } = await import('vite');
  return createServer({ root, server: { middlewareMode: true }, appType: 'custom' });
}
