import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { planningAddress } from '#app/catalog/planning-address.ts';
import type { TeamTasks } from '#app/enrollment/team-tasks.server.ts';
import { plural } from '#app/time/french.ts';
import { CircleCheck } from '#app/ui/icons.tsx';

const SHOWN = 5;

/** What waits for her, each line leading to where it is done. */
export function TaskList({ tasks }: { tasks: TeamTasks }) {
  const { requests, drafts, firstDraft, short, toTell, accessRequests } = tasks;
  const asked = requests.reduce((sum, { count }) => sum + count, 0);
  const isEmpty = asked + drafts + short.length + toTell + accessRequests === 0;
  return (
    <section aria-labelledby="a-faire" className="panel grid content-start gap-4 self-start">
      <h2 id="a-faire">À faire</h2>
      {isEmpty && (
        <p className="flex items-center gap-2">
          <CircleCheck size={22} className="flex-none text-success" /> Rien n’attend. Bonne journée !
        </p>
      )}
      <ul className="task-list">
        {toTell > 0 && (
          <Task count={toTell} to="/animation/a-prevenir">
            {toTell < 2 ? 'personne à prévenir par téléphone' : 'personnes à prévenir par téléphone'}
          </Task>
        )}
        {accessRequests > 0 && (
          <Task count={accessRequests} to="/animation/professionnels/demandes">
            {accessRequests < 2 ? 'demande d’accès' : 'demandes d’accès'}
          </Task>
        )}
        {drafts > 0 && firstDraft !== null && (
          <Task count={drafts} to={planningAddress({ view: 'liste', date: firstDraft, filters: { etat: 'DRAFT' } })}>
            {drafts < 2 ? 'brouillon à publier' : 'brouillons à publier'}
          </Task>
        )}
      </ul>
      {short.length > 0 && (
        <Group title="Effectif trop faible">
          {short.slice(0, SHOWN).map(({ id, title, when, count, minimum, decides, passed }) => (
            <li key={id}>
              <Link to={`/animation/seances/${id}`}>{title}</Link>
              <p className="hint">{when}</p>
              <p className="hint">
                {plural(count, 'inscrite', 'inscrites')} sur {minimum} :{' '}
                {passed ? 'à décider depuis' : 'à décider avant'} {decides}
              </p>
            </li>
          ))}
        </Group>
      )}
      {asked > 0 && (
        <Group title={plural(asked, 'demande à confirmer', 'demandes à confirmer')}>
          {requests.slice(0, SHOWN).map(({ id, title, when, count }) => (
            <li key={id}>
              <Link to={`/animation/seances/${id}`}>
                {title} : {plural(count, 'demande', 'demandes')}
              </Link>
              <p className="hint">{when}</p>
            </li>
          ))}
          {requests.length > SHOWN && <li className="hint">et {requests.length - SHOWN} autres séances, plus tard</li>}
        </Group>
      )}
    </section>
  );
}

function Task({ count, to, children }: { count: number; to: string; children: ReactNode }) {
  return (
    <li>
      <Link to={to}>
        <b>{count}</b> <span>{children}</span>
      </Link>
    </li>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <h3>{title}</h3>
      <ul className="task-group">{children}</ul>
    </div>
  );
}
