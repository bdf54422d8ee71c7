import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { findPersons } from '#app/enrollment/person-search.server.ts';

/** Those whom what is being typed finds, for the session named: the enrolment page proposes them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const given = { sessionId: asked.get('seance') ?? '', typed: asked.get('q') ?? '' };
  const found = await findPersons(requireStaff(context, request), given, context.now());
  if (!found) throw new Response(null, { status: 404 });
  return Response.json({ found }, { headers: { 'Cache-Control': 'private, no-store' } });
}
