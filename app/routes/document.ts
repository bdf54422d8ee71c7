import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireId } from '#app/auth/requireId.server.ts';
import { materialFile } from '#app/enrollment/material-file.server.ts';
import { attachment } from './attachment.ts';

/** A document's file, for those it is for; it does not exist for anyone else. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const file = await materialFile(context.actor, requireId(params), context.now());
  if (!file) throw new Response(null, { status: 404 });
  return attachment(file);
}
