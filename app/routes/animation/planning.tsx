import './planning.css';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { requireStaff } from '#app/auth/requireActor.server.ts';
import { planningAddress, type PlanningAsked } from '#app/catalog/planning-address.ts';
import { notesInWords } from '#app/catalog/planning-shades.ts';
import { teamPlanning } from '#app/catalog/team-planning.server.ts';
import { maySomewhere } from '#app/people/permissions.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { CalendarPlus, ChevronLeft, ChevronRight } from '#app/ui/icons.tsx';
import { PlanningBoard } from './planning-board.tsx';
import { PlanningFiltersForm } from './planning-filters-form.tsx';
import { PlanningShortcuts } from './planning-shortcuts.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Planning, ${page?.planning.window.title.toLowerCase() ?? ''} · Animation · Ribambelle` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireStaff(context, request);
  const planning = await teamPlanning(actor, new URL(request.url).searchParams, context.now());
  return { planning, mayPlan: maySomewhere(actor, 'session.plan') };
}

export default function Planning() {
  const { planning, mayPlan } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const { asked, window, today, shades, choices } = planning;
  const to = (changes: Partial<PlanningAsked>) => planningAddress({ ...asked, ...changes });
  const notes = notesInWords(shades.filter(({ date }) => window.first <= date && date <= window.last));
  const isAt = (date: string) => window.first <= date && date <= window.last;
  const ways = {
    previous: to({ date: window.previous }),
    next: to({ date: window.next }),
    today: to({ date: today }),
    week: to({ view: 'semaine' }),
    month: to({ view: 'mois' }),
    list: to({ view: 'liste' }),
  };
  return (
    <div className="planning full">
      <div className="planning-top">
        <h1>Planning</h1>
        {mayPlan && (
          <LinkButton to="/animation/activites/nouvelle">
            <CalendarPlus size={20} />
            Nouvelle activité
          </LinkButton>
        )}
      </div>
      <div className="planning-bar">
        <nav aria-label="Période" className="flex items-center gap-2">
          <Link className="btn btn--quiet" to={ways.previous} rel="prev" preventScrollReset>
            <ChevronLeft size={20} />
            <span className="sr-only">Période précédente</span>
          </Link>
          <Link
            className="btn btn--quiet"
            to={ways.today}
            aria-current={isAt(today) ? 'date' : undefined}
            preventScrollReset
          >
            Aujourd’hui
          </Link>
          <Link className="btn btn--quiet" to={ways.next} rel="next" preventScrollReset>
            <ChevronRight size={20} />
            <span className="sr-only">Période suivante</span>
          </Link>
        </nav>
        <h2 className="planning-title">{window.title}</h2>
        <nav aria-label="Présentation" className="views">
          {(
            [
              ['semaine', 'Semaine', ways.week],
              ['mois', 'Mois', ways.month],
              ['liste', 'Liste', ways.list],
            ] as const
          ).map(([view, label, href]) => (
            <Link key={view} to={href} aria-current={asked.view === view ? 'true' : undefined} preventScrollReset>
              {label}
            </Link>
          ))}
        </nav>
      </div>
      <PlanningFiltersForm asked={asked} choices={choices} />
      {notes.length > 0 && (
        <ul className="planning-notes" aria-label="Jours fériés, vacances et fermetures">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <PlanningBoard planning={planning} mayPlan={mayPlan} back={`${pathname}${search}`} />
      <PlanningShortcuts ways={ways} back={`${pathname}${search}`} mayPlan={mayPlan} />
      <p>
        <Link to="/animation/agenda" className="inline-flex min-h-11 items-center">
          Ces séances dans mon agenda
        </Link>
      </p>
    </div>
  );
}
