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

type Handler = Parameters<typeof createRequestHandler>[0];

/** The framework's handler of pages, over the build or the development server. */
export async function createHandler(
  root: string,
  settings: Settings,
  clock: Clock,
  vite: ViteDevServer | null,
  feeds: HeldFeeds,
): Promise<RequestHandler> {
  const build: Handler['build'] = vite ? () => loadFrom(vite) : await loadBuild(root);
  const handle = createRequestHandler({
    build,
    mode: vite ? 'development' : 'production',
    getLoadContext: async (request, response): Promise<AppLoadContext> => ({
      ...localsOf(response),
      ...(await viewerOf(request.headers.cookie, clock(), settings.appUrl)),
      now: clock,
      demo: settings.demo,
      appUrl: settings.appUrl,
      address: request.ip ?? '',
    }),
  });
  const handler: RequestHandler = (request, response, next) => void handle(request, response, next);
  return vite ? handler : rememberPages(handler, clock, settings.appUrl, feeds);
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
