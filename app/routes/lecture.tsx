import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bearerHeaders, requireBearer } from '#app/auth/requireBearer.server.ts';
import { confirmReading } from '#app/enrollment/confirmReading.server.ts';
import { ReadingPage } from '#app/enrollment/reading-page.tsx';
import { linkedReading } from '#app/enrollment/readings.server.ts';

export const meta: MetaFunction = () => [{ title: 'J’ai bien lu · Ribambelle' }];

export const headers = bearerHeaders;

/** Shows what changed and confirms nothing: mail scanners open links too. */
export async function loader({ params, context: { now } }: LoaderFunctionArgs) {
  const reading = await linkedReading(requireBearer('read', params.token), now());
  if (!reading) throw new Response(null, { status: 404 });
  return data({ reading }, { status: reading.state === 'open' || reading.state === 'read' ? 200 : 410 });
}

/** Notes that she has read; the page then thanks her. */
export async function action({ request, params, context: { now } }: ActionFunctionArgs) {
  const { outcome } = await confirmReading(requireBearer('read', params.token), now());
  if (outcome === 'notFound') throw new Response(null, { status: 404 });
  return redirect(new URL(request.url).pathname, { status: 303 });
}

export default function Lecture() {
  return <ReadingPage reading={useLoaderData<typeof loader>().reading} />;
}
