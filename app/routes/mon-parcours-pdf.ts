import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { personRecord } from '#app/training/person-record.server.ts';
import { recordPaper } from '#app/training/record-paper.ts';
import { pdfResponse } from './pdf-response.ts';

/** Her record to print, for the renewal of her agrément. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const record = await personRecord(requireActor(context, request), context.now());
  if (!record) throw new Response(null, { status: 404 });
  return pdfResponse(await recordPaper({ record, at: context.now() }, pdfFonts()), 'mon-parcours');
}
