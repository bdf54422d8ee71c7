import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';
import { certificatePapers } from '#app/training/certificate-paper.ts';
import { activityPapers } from '#app/training/papers.server.ts';
import { pdfResponse } from '../pdf-response.ts';

/** All certificates that hold of an activity, or of one of its dates, in one file. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const sessionId = new URL(request.url).searchParams.get('seance') || null;
  const asked = { activityId: requireId(params), sessionId };
  const found = await activityPapers(requireActor(context, request), asked);
  if (!found || found.papers.length === 0) throw new Response(null, { status: 404 });
  const given = { papers: found.papers, appUrl: context.appUrl, at: context.now() };
  return pdfResponse(await certificatePapers(given, pdfFonts()), 'attestations');
}
