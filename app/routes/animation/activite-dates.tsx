import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { defaultSeries } from '#app/catalog/series-defaults.ts';
import { seriesPage } from '#app/catalog/series-page.server.ts';
import { seriesPreview } from '#app/catalog/series-preview.server.ts';
import { readSeries } from '#app/catalog/series.schema.server.ts';
import { SeriesScreen } from './series-screen.tsx';

export const meta: MetaFunction = () => [{ title: 'Ajouter des dates · Animation · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await seriesPage(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return { page, typed: defaultSeries(page, new URL(request.url).searchParams) };
}

/** Shows the dates that the form gives; nothing is written. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const read = readSeries(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors, preview: null }, { status: 400 });
  const preview = await seriesPreview(actor, { activityId, proposal: read.proposal }, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  return { typed, errors: {}, preview };
}

export default function Dates() {
  const { page, typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SeriesScreen
      page={page}
      typed={answer?.typed ?? typed}
      errors={answer?.errors ?? {}}
      preview={answer?.preview ?? null}
    />
  );
}
