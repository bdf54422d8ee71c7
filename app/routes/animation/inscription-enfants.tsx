import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readForm } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { DeskBookingForm } from '#app/enrollment/desk-booking-form.tsx';
import { changePartyAtDesk } from '#app/enrollment/desk-deeds.server.ts';
import { deskParty } from '#app/enrollment/desk-enrollment.server.ts';
import { DeskHeader } from '#app/enrollment/desk-header.tsx';
import { readBooking } from '#app/enrollment/enroll.schema.server.ts';
import { Notice } from '#app/ui/notice.tsx';
import { toDesk } from './to-desk.ts';

export const meta: MetaFunction = () => [{ title: 'Changer les enfants · Ribambelle' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await deskParty(requireStaff(context, request), requireId(params), context.now());
  if (!page) throw new Response(null, { status: 404 });
  return page;
}

/** Changes the children someone brings. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const enrollmentId = requireId(params);
  const read = readBooking(await readForm(request));
  const { typed } = read;
  if (!read.ok) return data({ typed, errors: read.errors }, { status: 400 });
  const deed = await changePartyAtDesk(actor, { ...read.form, enrollmentId }, context.now());
  if (!deed) throw new Response(null, { status: 404 });
  const { sessionId, answer } = deed;
  return answer.kind === 'refused'
    ? data({ typed, errors: [answer] }, { status: 409 })
    : toDesk(context, sessionId, answer);
}

export default function Enfants() {
  const { head, booking } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <DeskHeader head={head} title={booking ? `Les enfants de ${booking.name}` : 'Les enfants'} />
      <div className="panel mt-5 w-full max-w-2xl">
        {booking ? (
          <DeskBookingForm booking={booking} refused={refused} />
        ) : (
          <Notice title="Cette inscription n’est plus à changer.">
            <p>La séance a commencé, ou l’inscription a pris fin.</p>
          </Notice>
        )}
      </div>
    </>
  );
}
