import { createHash } from 'node:crypto';
import { isNotModified, preconditionsOf, weakTag } from '#app/feeds/conditional.ts';

/** Open data: anyone may keep it five minutes, show it on another site, and ask whether it changed. */
export function openDataResponse(request: Request, body: string, type: string, filename: string): Response {
  const etag = weakTag(createHash('sha256').update(body).digest('base64url').slice(0, 22));
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=300',
    'Access-Control-Allow-Origin': '*',
  };
  if (isNotModified(preconditionsOf(request.headers), { etag, lastModified: null })) {
    return new Response(null, { status: 304, headers });
  }
  const disposition = `inline; filename="${filename}"`;
  return new Response(body, { headers: { ...headers, 'Content-Type': type, 'Content-Disposition': disposition } });
}
