import { PassThrough } from 'node:stream';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { RequestContext } from '#app/ui/request-context.tsx';

/** Milliseconds a loader may stream before its answer is given up. */
export const streamTimeout = 5_000;

/** One line a bug, under the number that the error page shows. Addresses stay out of it: they may carry tokens. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (!request.signal.aborted) console.error(context.requestId, error); // eslint-disable-line no-console -- see above
}

/** Renders a document: people get the shell as soon as it is ready, robots the whole page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent') ?? '') || remixContext.isSpaMode;
  return new Promise((resolve, reject) => {
    let shellSent = false;
    let finalStatus = status;
    const answer = () => {
      shellSent = true;
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <RequestContext.Provider value={{ nonce, requestId }}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={streamTimeout} />
      </RequestContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: answer,
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          if (shellSent) console.error(requestId, error); // eslint-disable-line no-console -- the log of last resort
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000);
  });
}
