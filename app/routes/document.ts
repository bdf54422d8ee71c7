import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireId } from '#app/auth/requireId.server.ts';
import { materialFile } from '#app/enrollment/material-file.server.ts';

/** A document's file, for those it is for; it does not exist for anyone else. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await materialFile(context.actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  const ascii = file.name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\]/g, '');
  const headers = {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Content-Length': String(file.content.length),
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  };
  return new Response(new Blob([file.content]), { headers });
}
