import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { addProposedSeries } from '#app/catalog/addProposedSeries.server.ts';
import { seriesPreview } from '#app/catalog/series-preview.server.ts';
import { addedInWords, seriesRefusal } from '#app/catalog/series-words.ts';
import { readSeries } from '#app/catalog/series.schema.server.ts';
import { loader as datesLoader, meta } from './activite-dates.tsx';
import { SeriesScreen } from './series-screen.tsx';

export { meta };

/** The form stands at its own address; here it is only shown again when it was refused. */
export async function loader(given: LoaderFunctionArgs) {
  const shown = await datesLoader(given);
  return shown;
}

/** Makes drafts of the dates kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const activityId = requireId(params);
  const read = readSeries(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors, preview: null }, { status: 400 });
  const { proposal } = read;
  const outcome = await addProposedSeries(actor, { activityId, proposal }, context.now());
  if (outcome.ok) {
    throw saidAt(`/animation/activites/${activityId}`, { severity: 'success', text: addedInWords(outcome) }, context);
  }
  const preview = await seriesPreview(actor, { activityId, proposal }, context.now());
  if (!preview) throw new Response(null, { status: 404 });
  return data({ typed, errors: seriesRefusal(outcome.refusal), preview }, { status: 409 });
}

export default function DatesEnregistrement() {
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
