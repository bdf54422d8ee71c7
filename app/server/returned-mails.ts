import express, { type ErrorRequestHandler, type RequestHandler, type Response, Router } from 'express';
import { noteReturned, type Returned } from '#app/mail/noteReturned.server.ts';
import { localsOf } from './headers.ts';
import type { Logger } from './logger.ts';
import { holdsToken } from './metrics.ts';

/** A report carries the mail that came back, and ours are small. */
const LARGEST = '2mb';

/** What the mail server's pipe prints. */
const WORDS: Record<Returned, string> = {
  noted: 'noté',
  'noted before': 'déjà noté',
  'not given up': 'sans suite : le message n’est pas abandonné',
  'unknown mail': 'sans suite : ce message n’est pas le nôtre',
  'no report': 'sans suite : ce n’est pas un avis de non-remise',
  later: 'pas encore : à présenter de nouveau',
};

type Given = { token: string; isReady: () => boolean; logger: Logger };

/**
 * POST `/courriels-retournes`: a mail server hands over a message that came back, whole, as its body, and shows
 * MAIL_RETURN_TOKEN (`Authorization: Bearer …`). 503: to be handed over again later.
 */
export function returnedMails({ token, isReady, logger }: Given): RequestHandler {
  const router = Router();
  const admit: RequestHandler = (request, response, next) => {
    const [, shown] = /^Bearer (.+)$/.exec(request.get('authorization') ?? '') ?? [];
    if (!holdsToken(shown, token)) return next('router');
    if (!isReady()) return say(response, 503, WORDS.later);
    next();
  };
  router.post(
    '/courriels-retournes',
    admit,
    express.raw({ type: () => true, limit: LARGEST }),
    (request, response, next) => {
      const body: unknown = request.body;
      noteReturned(body instanceof Uint8Array ? body : new Uint8Array())
        .then((returned) => {
          logger.info({ requestId: localsOf(response).requestId, returned }, 'mail returned');
          say(response, returned === 'later' ? 503 : 200, WORDS[returned]);
        })
        .catch(next);
    },
  );
  router.use(tooLarge);
  return router;
}

const tooLarge: ErrorRequestHandler = (error, _request, response, next) => {
  if (Reflect.get(Object(error), 'status') !== 413) return next(error);
  say(response, 413, 'sans suite : message trop grand');
};

function say(response: Response, status: number, words: string): void {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${words}\n`);
}
