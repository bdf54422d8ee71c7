import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Logger, pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { redact } from './redaction.ts';

export type { Logger } from 'pino';

/** One JSON line an event, on standard output. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers', 'res.headers'],
  });
}

/** One line a request: id, method, redacted address, status, milliseconds. Assets and probes at level debug. */
export function logRequests(logger: Logger) {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    genReqId: (request) => request.id,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: { req: () => undefined, res: () => undefined, err: nameOf },
    customLogLevel: ({ url = '' }, { statusCode }) => (isQuiet(url) ? 'debug' : statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: describe,
    customErrorObject: (request, response, _error, value) => describe(request, response, value),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
}

/** The line of a request that was answered before all others are. */
export function logAnswered(
  logger: Logger,
  { url, ...answered }: { requestId: string; method: string; url: string; status: number; ms: number },
): void {
  if (logger.isLevelEnabled('info')) logger.info({ ...answered, url: redact(url) }, 'request');
}

function describe(request: IncomingMessage, response: ServerResponse, value: unknown) {
  const address = 'originalUrl' in request ? String(request.originalUrl) : (request.url ?? '');
  const ms = Number(Reflect.get(Object(value), 'responseTime'));
  return { method: request.method, url: redact(address), status: response.statusCode, ms };
}

/** The error itself is logged where it is thrown, with the same request id. */
function nameOf(error: unknown): string | undefined {
  return error instanceof Error ? error.name : undefined;
}

function isQuiet(url: string): boolean {
  return /^\/(?:assets\/|healthz|readyz|metrics)/.test(url);
}
