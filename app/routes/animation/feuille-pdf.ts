import type { LoaderFunctionArgs } from '@remix-run/node';
import { signingSheet } from '#app/attendance/signing-sheet.ts';
import { sheetToPrint } from '#app/attendance/sheet-print.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';

/** The sheet to sign on paper. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sheet = await sheetToPrint(requireActor(context, request), requireId(params), context.now());
  if (!sheet) throw new Response(null, { status: 404 });
  const headers = {
    'Content-Type': 'application/pdf',
    'Content-Disposition': 'inline; filename="feuille-emargement.pdf"',
    'Cache-Control': 'private, no-store',
  };
  return new Response(await signingSheet(sheet, pdfFonts(), context.now()), { headers });
}
