import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireActor } from '#app/auth/requireActor.server.ts';
import { myAvailability } from '#app/people/availabilities.server.ts';
import { AVAILABILITY_FIELDS, readAvailability } from '#app/people/availability.schema.server.ts';
import { todayFor } from '#app/people/own-day.server.ts';
import { stateAvailability } from '#app/people/stateAvailability.server.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { AvailabilityForm } from './availability-form.tsx';
import { AvailabilityList } from './availability-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Mes disponibilités · Ribambelle' }];

export const headers = () => ({ 'Cache-Control': 'private, no-cache' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request);
  const rows = await myAvailability(actor, await todayFor(actor, context.now()));
  if (!rows) throw new Response(null, { status: 404 });
  return { rows };
}

/** Says when he can come, or cannot. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request);
  const form = await readForm(request);
  const typed = Object.fromEntries(AVAILABILITY_FIELDS.map((name) => [name, textOf(form, name)]));
  const read = readAvailability(typed);
  if (!read.ok) return data({ errors: errorsByField(read.issues), typed }, { status: 400 });
  const outcome = await stateAvailability(actor, read.stated, context.now());
  if (!outcome.ok && outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
  if (!outcome.ok)
    return data(
      { errors: { dernier: 'Le dernier jour vient avant le premier, ou c’est trop long.' }, typed },
      { status: 409 },
    );
  throw saidAt(
    '/intervenant/disponibilites',
    { severity: 'success', text: 'C’est noté : les relais le voient en vous proposant des dates.' },
    context,
  );
}

export default function Disponibilites() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="Mes disponibilités"
        lead="Dites quand vous pouvez venir, ou non. Les relais le voient avant de vous proposer une date."
        chain
      />
      <div className="grid gap-8 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <AvailabilityList rows={rows} />
        <AvailabilityForm refused={useActionData<typeof action>()} />
      </div>
    </>
  );
}
