import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { sessionSpeakers } from '#app/attendance/session-speakers.server.ts';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { requireId } from '#app/auth/requireId.server.ts';
import { Moment } from '#app/catalog/moment.tsx';
import { desk } from '#app/enrollment/desk.server.ts';
import { DeskMarks } from '#app/enrollment/desk-header.tsx';
import { toTell } from '#app/enrollment/to-tell.server.ts';
import { ToTellList } from '#app/enrollment/to-tell-list.tsx';
import { capital, list } from '#app/time/french.ts';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DeskDeeds } from './desk-deeds.tsx';
import { DeskFigures } from './desk-figures.tsx';
import { DeskHistory } from './desk-history.tsx';
import { DeskMinimum } from './desk-minimum.tsx';
import { DeskPeople } from './desk-people.tsx';
import { DeskSpeakers } from './desk-speakers.tsx';
import { MoreHistory } from './more-history.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: `${page.desk.title}, ${page.desk.when} · Ribambelle` }] : [];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const sessionId = requireId(params);
  const shown = await desk(actor, sessionId, context.now());
  if (!shown) throw new Response(null, { status: 404 });
  const untold = await toTell(actor, { sessionId }, context.now());
  return { desk: shown, untold, speakers: await sessionSpeakers(actor, sessionId) };
}

export default function Seance() {
  const { desk: shown, untold, speakers } = useLoaderData<typeof loader>();
  const { sessionId, title, place, leaders, window, state, cancelReason } = shown;
  return (
    <>
      <PageHeader
        above={<DeskMarks head={shown} />}
        title={title}
        lead={
          <>
            <b className="text-ink">
              <Moment words={capital(shown.when)} />
            </b>
            <br />
            {place}
            {leaders.length > 0 && ` · ${list(leaders)}`}
          </>
        }
      />
      <div className="desk pt-5">
        <div className="grid content-start gap-5">
          <DeskFigures desk={shown} />
          <DeskDeeds desk={shown} />
        </div>
        <div className="grid content-start gap-7">
          {state === 'CANCELLED' && (
            <Notice severity="error" title="Séance annulée">
              {cancelReason !== null && <p>{cancelReason}</p>}
            </Notice>
          )}
          {state === 'DRAFT' && (
            <Notice severity="warn" title="Brouillon">
              <p>Personne ne voit cette séance : on s’y inscrit une fois publiée.</p>
            </Notice>
          )}
          {window !== '' && <p className="text-soft">{window}</p>}
          {untold.length > 0 && <ToTellList sessions={untold} back={`/animation/seances/${sessionId}`} single />}
          <DeskMinimum desk={shown} />
          <DeskSpeakers speakers={speakers} sessionId={sessionId} />
          <DeskPeople desk={shown} />
          <section aria-labelledby="historique" className="grid gap-3">
            <h2 id="historique">Qui a fait quoi</h2>
            <DeskHistory lines={shown.history} />
            {shown.moreHistory && <MoreHistory sessionId={sessionId} />}
          </section>
        </div>
      </div>
    </>
  );
}
