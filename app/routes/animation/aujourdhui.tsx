import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { KindMark } from '#app/catalog/kind-mark.tsx';
import { pendingAnswers } from '#app/catalog/pending-answers.server.ts';
import { dayTitle } from '#app/catalog/planning-address.ts';
import { teamDay } from '#app/enrollment/team-day.server.ts';
import { teamTasks } from '#app/enrollment/team-tasks.server.ts';
import { fromToday, hourRange } from '#app/time/french.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { DaySessionCard } from './day-session-card.tsx';
import { LeftMarks } from './left-marks.tsx';
import { PendingAnswers } from './pending-answers.tsx';
import { StateMark } from './planning-state-mark.tsx';
import './planning.css';
import { TaskList } from './task-list.tsx';

export const meta: MetaFunction = () => [{ title: 'Aujourd’hui · Animation · Ribambelle' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const day = await teamDay(actor, context.now());
  const answers = await pendingAnswers(actor, context.now());
  return { me: actor.personId, name: actor.name, day, answers, tasks: await teamTasks(actor, context.now()) };
}

export default function Aujourdhui() {
  const { me, name, day, answers, tasks } = useLoaderData<typeof loader>();
  const { today, date, sessions, others } = day;
  return (
    <>
      <PageHeader title={`Bonjour ${name.split(' ')[0]}`} lead={dayTitle(today, today)} />
      <LeftMarks me={me} />
      <div className="grid gap-6 pt-5 lg:grid-cols-[minmax(0,1.8fr)_minmax(0,1fr)] lg:gap-8">
        <div className="grid min-w-0 content-start gap-6">
          <section aria-labelledby="seances" className="grid gap-4">
            <h2 id="seances">{titleOf(day)}</h2>
            {date !== null && date !== today && (
              <p className="text-soft">Rien aujourd’hui. Voici ce qui vient ensuite, {fromToday(date, today)}.</p>
            )}
            {sessions.map((session) => (
              <DaySessionCard key={session.id} session={session} isToday={date === today} />
            ))}
            {date === null && <Nothing mayPlan={day.mayPlan} />}
          </section>
          {others.length > 0 && <Others sessions={others} />}
        </div>
        <div className="grid content-start gap-6">
          <TaskList tasks={tasks} />
          <PendingAnswers answers={answers} />
        </div>
      </div>
    </>
  );
}

type Day = ReturnType<typeof useLoaderData<typeof loader>>['day'];

function titleOf({ date, today, sessions }: Day): string {
  const whose = sessions.some(({ mine }) => mine) ? 'Vos séances' : 'Les séances de vos relais';
  if (date === null || date === today) return date === null ? 'Vos séances' : `${whose} aujourd’hui`;
  return `${whose}, ${dayTitle(date, today).toLowerCase()}`;
}

function Nothing({ mayPlan }: { mayPlan: boolean }) {
  return (
    <Empty sentence="Aucune séance n’est publiée dans les trois semaines qui viennent.">
      {mayPlan && <LinkButton to="/animation/activites/nouvelle">Planifier une activité</LinkButton>}
      <LinkButton to="/animation/planning" variant="quiet">
        Ouvrir le planning
      </LinkButton>
    </Empty>
  );
}

function Others({ sessions }: { sessions: Day['others'] }) {
  return (
    <section aria-labelledby="autres" className="grid gap-3">
      <h2 id="autres">Aussi aujourd’hui dans vos relais</h2>
      <ul className="planning-rows">
        {sessions.map(({ id, kind, state, title, start, end, relais, site, people }) => (
          <li key={id} className="planning-row">
            <p className="planning-hours">{hourRange(start.slice(11), end.slice(11))}</p>
            <div className="grid min-w-0 gap-1">
              <div className="flex flex-wrap gap-2">
                <KindMark kind={kind} />
                <StateMark state={state} />
              </div>
              <Link className="planning-link" to={`/animation/seances/${id}`}>
                {title}
              </Link>
              <p className="text-soft">{[relais, site, people].filter((part) => part !== '').join(' · ')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
