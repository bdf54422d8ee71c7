import { randomBytes, randomUUID } from 'node:crypto';
import { extname, join } from 'node:path';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import type { Settings } from './environment.ts';
import { localsOf, securityHeaders } from './headers.ts';
import type { Logger } from './logger.ts';
import { logRequests } from './logger.ts';
import { holdsToken, type Metrics } from './metrics.ts';
import { effectiveHost, isOpenToAll, sameOrigin } from './origin.ts';
import { returnedMails } from './returned-mails.ts';
import { BROKEN, FOREIGN, LENGTH_NEEDED, plainPage, STARTING, TOO_LARGE } from './plain-page.ts';

/** Largest body of a form, in bytes. */
const BODY_LIMIT = 1_000_000;
/** What carries files, and how many bytes at most; a document of 10 MB has its form around it. */
const UPLOADS: readonly { path: RegExp; limit: number }[] = [
  { path: /^\/animation\/professionnels\/import(?:\/ajout)?(?:\.data)?$/, limit: 6_000_000 },
  { path: /^\/(?:animation\/activites|intervenant\/seances)\/[^/]+\/documents(?:\.data)?$/, limit: 11_000_000 },
  { path: /^\/mon-espace\/parcours(?:\/[^/]+\/justificatif)?(?:\.data)?$/, limit: 6_000_000 },
];

/** What changes while the application starts; until `handler` is there, pages answer 503. */
export interface Readiness {
  handler: RequestHandler | null;
  /** database and migrations ready? */
  check: () => Promise<boolean>;
}

export interface Parts {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly root: string;
  /** the development server's own middleware; null: the build is served */
  readonly vite: RequestHandler | null;
}

/** The whole way of a request up to the framework: identity, log, headers, files, probes, origin, size. */
export function createApp(parts: Parts): Express {
  const { settings, logger, metrics, readiness } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.set('etag', false);
  app.use(identify, logRequests(logger), metrics.observe);
  app.use(compression({ filter: isWorthCompressing }));
  // Before the pages' headers: repeated on each of twenty small files, they would weigh more than the files.
  app.use('/assets', assets(parts.root, parts.vite !== null));
  app.use(...securityHeaders({ secure: settings.secure, dev: parts.vite !== null }));
  if (parts.vite) app.use(parts.vite);
  app.use(express.static(join(parts.root, 'build/client'), { maxAge: '1h', index: false, redirect: false }));
  app.use(probes(readiness, metrics, settings.metricsToken));
  if (settings.mailReturns.token !== null) {
    app.use(returnedMails({ token: settings.mailReturns.token, isReady: () => readiness.handler !== null, logger }));
  }
  app.use(refuseForeign(settings.appUrl), refuseLarge);
  app.use((request, response, next) => {
    if (readiness.handler) return readiness.handler(request, response, next);
    response.setHeader('Retry-After', '5');
    refuse(response, 503, STARTING);
  });
  app.use(lastResort(logger));
  return app;
}

const identify: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  Reflect.set(request, 'id', requestId);
  response.locals.requestId = requestId;
  response.locals.nonce = randomBytes(16).toString('base64url');
  response.setHeader('X-Request-Id', requestId);
  next();
};

/** Some calendar clients refuse a compressed feed. */
function isWorthCompressing(request: express.Request, response: express.Response): boolean {
  const type = String(response.getHeader('Content-Type') ?? '');
  return !type.startsWith('text/calendar') && compression.filter(request, response);
}

/**
 * Files whose names carry a hash of their content: never asked again, so without validators. Scripts and styles stand
 * beside their compressed twins, made with the build. In development, the development server makes them.
 */
function assets(root: string, dev: boolean) {
  const router = express.Router();
  const folder = join(root, 'build/client/assets');
  const forever = { immutable: true, maxAge: '1y', etag: false, lastModified: false, index: false } as const;
  router.use((_, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  });
  router.get(/\.(?:js|css)$/, (request, response, next) => {
    if (!request.acceptsEncodings('br')) return next();
    response.setHeader('Content-Encoding', 'br').vary('Accept-Encoding').type(extname(request.path));
    response.sendFile(`${request.path.slice(1)}.br`, { ...forever, root: folder, dotfiles: 'deny' }, (error) => {
      if (!error || response.headersSent) return;
      response.removeHeader('Content-Encoding');
      next();
    });
  });
  router.use(express.static(folder, forever));
  if (!dev) router.use((_, response) => void response.status(404).type('text/plain').send('Fichier inconnu.'));
  return router;
}

function probes(readiness: Readiness, metrics: Metrics, token: string | null) {
  const router = express.Router();
  router.get('/healthz', (_, response) => void plain(response, 200, 'ok'));
  router.get(
    '/readyz',
    awaited(async (_, response) => {
      const ready = readiness.handler !== null && (await readiness.check());
      if (!ready) response.setHeader('Retry-After', '5');
      plain(response, ready ? 200 : 503, ready ? 'ready' : 'starting');
    }),
  );
  router.get(
    '/metrics',
    awaited(async (request, response, next) => {
      const bearer = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
      const shown = bearer ?? (typeof request.query.token === 'string' ? request.query.token : undefined);
      if (token === null || !holdsToken(shown, token)) return next();
      const { type, body } = await metrics.text();
      response.setHeader('Cache-Control', 'no-store');
      response.type(type).send(body);
    }),
  );
  return router;
}

/** What goes wrong while waiting reaches the last resort. */
function awaited(work: (...given: Parameters<RequestHandler>) => Promise<void>): RequestHandler {
  return (request, response, next) => void work(request, response, next).catch(next);
}

function plain(response: Response, status: number, text: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.status(status).type('text/plain').send(`${text}\n`);
}

function refuseForeign(appUrl: string): RequestHandler {
  return (request, response, next) => {
    const { method } = request;
    const asked = {
      method,
      origin: request.get('origin'),
      fetchSite: request.get('sec-fetch-site'),
      host: request.get('host'),
    };
    const own = sameOrigin(asked, appUrl);
    if (!own && !isOpenToAll(request.path)) return refuse(response, 403, FOREIGN);
    if (!own) delete request.headers.origin; // the framework has a check of its own
    request.headers.host = effectiveHost(asked, appUrl);
    delete request.headers['x-forwarded-host'];
    next();
  };
}

/** A body says its size beforehand, as every browser does; a stream without end is not begun. */
const refuseLarge: RequestHandler = (request, response, next) => {
  const length = Number(request.get('content-length') ?? 0);
  if (request.get('transfer-encoding') !== undefined) return refuse(response, 411, LENGTH_NEEDED);
  const limit = UPLOADS.find(({ path }) => path.test(request.path))?.limit ?? BODY_LIMIT;
  if (!(length <= limit)) return refuse(response, 413, TOO_LARGE);
  next();
};

function refuse(response: Response, status: number, words: { title: string; text: string }): void {
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(status)
    .type('html')
    .send(plainPage({ ...words, ...localsOf(response) }));
}

function lastResort(logger: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    logger.error({ requestId: localsOf(response).requestId, err: Object(error) }, 'request failed');
    if (response.headersSent) return next(error);
    refuse(response, 500, BROKEN);
  };
}
