import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

const PERMISSIONS = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Security headers of every answer. `no-referrer` (helmet's default) would make browsers send `Origin: null` with
 * forms; styles set by attribute are allowed, scripts only with the request's nonce.
 *
 * @param dev the development server injects its own styles and speaks over a web socket
 */
export function securityHeaders({ secure, dev }: { secure: boolean; dev: boolean }): RequestHandler[] {
  const guard = helmet({
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(_, response) => `'nonce-${nonceOf(response)}'`, "'strict-dynamic'"],
        styleSrc: ["'self'"],
        styleSrcElem: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", (_, response) => `'nonce-${nonceOf(response)}'`],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: dev ? ["'self'", 'ws:'] : ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
  const permissions: RequestHandler = (_, response, next) => {
    response.setHeader('Permissions-Policy', PERMISSIONS);
    next();
  };
  return [guard, permissions];
}

function nonceOf(response: object): string {
  const locals: unknown = 'locals' in response ? response.locals : undefined;
  return String(Reflect.get(Object(locals), 'nonce'));
}

/** Values every handler may need of this request. */
export function localsOf(response: Response): { nonce: string; requestId: string } {
  return { nonce: String(response.locals.nonce), requestId: String(response.locals.requestId) };
}
