import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { personRecord } from '#app/training/person-record.server.ts';
import { recordPaper } from '#app/training/record-paper.ts';
import { pdfResponse } from '../pdf-response.ts';

/** The record of one of the relais's professionals, to print. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const record = await personRecord(requireStaff(context, request), context.now(), requireId(params));
  if (!record) throw new Response(null, { status: 404 });
  return pdfResponse(await recordPaper({ record, at: context.now() }, pdfFonts()), 'parcours');
}
