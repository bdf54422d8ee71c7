import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { BackToSession } from '#app/enrollment/back-to-session.tsx';
import { book } from '#app/enrollment/book.server.ts';
import { bookingPanel } from '#app/enrollment/booking-panel.server.ts';
import { BookingPanel } from '#app/enrollment/booking-panel.tsx';
import { readBooking } from '#app/enrollment/enroll.schema.server.ts';
import { capital } from '#app/time/french.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page
    ? [{ title: `${page.panel.booking?.mine ? 'Mon inscription' : 'M’inscrire'} : ${page.panel.title} · Ribambelle` }]
    : [];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const panel = await bookingPanel(requireActor(context, request), params.id ?? '', context.now());
  if (!panel?.booking) throw new Response(null, { status: 404 });
  return { panel };
}

/** Books, or changes the children brought; what is refused is shown beside what was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const sessionId = params.id ?? '';
  const read = readBooking(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const answer = await book(actor, sessionId, read.form, context.now());
  if (answer === null) throw new Response(null, { status: 404 });
  if (answer.kind === 'refused') return data({ typed, errors: [answer] }, { status: 409 });
  return saidAt(`/seances/${sessionId}`, answer, context);
}

export default function Inscription() {
  const { panel } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={<BackToSession id={panel.sessionId} />}
        title={panel.title}
        lead={<Moment words={capital(panel.when)} />}
      />
      <div className="w-full max-w-xl pt-5">
        <BookingPanel panel={panel} refused={refused} editing />
      </div>
    </>
  );
}
