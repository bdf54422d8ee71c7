import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { saidAt } from '#app/auth/flash.server.ts';
import { errorsByField } from '#app/auth/form-errors.ts';
import { readForm, textOf } from '#app/auth/readForm.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { returnOf, safeReturn } from '#app/auth/safe-return.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { changeSessions } from '#app/enrollment/changeSessions.server.ts';
import { readSchedule, typedSchedule } from '#app/enrollment/schedule.schema.server.ts';
import { changedInWords, fieldOfRefusal } from '#app/enrollment/schedule-words.ts';
import { changeRefusalMessage } from '#app/enrollment/session-change-refusal.ts';
import { sessionSchedule } from '#app/enrollment/session-schedule.server.ts';
import { capital } from '#app/time/french.ts';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { StateMark } from './planning-state-mark.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Horaire : ${page?.schedule.title ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const typed = typedSchedule(new URL(request.url).searchParams);
  const schedule = await sessionSchedule(actor, requireId(params), typed, context.now());
  if (!schedule) throw new Response(null, { status: 404 });
  return { schedule, typed, back: returnOf(request.url) };
}

/** Moves a session, by this page's form or by a drag of the planning, which posts the same. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const form = await readForm(request);
  const read = readSchedule(form);
  const refused = (errors: Record<string, string>, status: 400 | 409) =>
    data({ errors, sentences: Object.values(errors), typed: read.typed }, { status });
  if (!read.ok) return refused(errorsByField(read.issues), 400);
  const { change, override } = read;
  const input = { sessionId, scope: 'ONE', change, ...(override && { override }) } as const;
  const outcome = await changeSessions(actor, input, context.now());
  if (!outcome.ok) {
    if (outcome.refusal.code === 'NOT_FOUND') throw new Response(null, { status: 404 });
    return refused({ [fieldOfRefusal(outcome.refusal)]: changeRefusalMessage(outcome.refusal) }, 409);
  }
  const to = safeReturn(textOf(form, 'retour')) ?? `/animation/seances/${sessionId}`;
  throw saidAt(to, { severity: 'success', text: changedInWords(outcome) }, context);
}

export default function Horaire() {
  const { schedule, typed, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        above={
          <div className="flex flex-wrap gap-2">
            <KindMark kind={schedule.kind} />
            <StateMark state={schedule.state} />
          </div>
        }
        title={`Changer l’horaire : ${schedule.title}`}
        lead={`${capital(schedule.when)} · ${schedule.relais}`}
      />
      <ScheduleForm
        schedule={schedule}
        typed={refused?.typed ?? typed}
        errors={refused?.errors ?? {}}
        back={back ?? `/animation/seances/${schedule.id}`}
      />
    </>
  );
}
