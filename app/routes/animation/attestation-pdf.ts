import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { certificatePapers } from '#app/training/certificate-paper.ts';
import { issuedPaper } from '#app/training/papers.server.ts';
import { idOfPdf, pdfResponse } from '../pdf-response.ts';

/** One certificate, to print for who receives none by mail. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const paper = await issuedPaper(actor, idOfPdf(params.file) ?? '', context.now());
  if (!paper) throw new Response(null, { status: 404 });
  const given = { papers: [paper], appUrl: context.appUrl, at: context.now() };
  return pdfResponse(await certificatePapers(given, pdfFonts()), `attestation-${paper.code}`);
}
