import { Link } from '@remix-run/react';
import { plural } from '#app/time/french.ts';
import { MessageCircleHeart } from '#app/ui/icons.tsx';
import { catalogueAddress } from './catalogue-address.ts';
import type { CatalogueFilters } from './catalogue-filters.ts';
import type { GroupCall } from './catalogue.server.ts';
import { KindMark } from './kind-mark.tsx';

/** How many groups look for members, leading to them. */
export function CallsLink({ count, filters }: { count: number; filters: CatalogueFilters }) {
  if (count === 0) return null;
  return (
    <p className="flex gap-2 px-1" data-tone="analyse">
      <MessageCircleHeart size={20} className="mt-0.5 flex-none text-accent" />
      <Link to={catalogueAddress({ ...filters, kinds: ['ANALYSE'] }, { as: 'list', from: null })}>
        {plural(count, 'groupe d’analyse de pratiques cherche', 'groupes d’analyse de pratiques cherchent')} des
        participantes
      </Link>
    </p>
  );
}

/** The groups of analyse de pratiques that look for members: neither dates nor place (rule 8). */
export function Calls({ calls }: { calls: readonly GroupCall[] }) {
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="groupes" className="panel grid gap-3" data-tone="analyse">
      <h2 id="groupes" className="text-xl">
        Des groupes cherchent des participantes
      </h2>
      <p className="text-soft">
        Dates et lieu sont donnés à celles qui participent : ce qui s’y dit reste entre elles.
      </p>
      <ul className="grid gap-2">
        {calls.map(({ activityId, title, relais }) => (
          <li key={activityId} className="flex flex-wrap items-center gap-x-3">
            <KindMark kind="ANALYSE" />
            <Link to={`/activites/${activityId}`} className="inline-flex min-h-11 items-center font-bold">
              {title}
            </Link>
            <span className="text-soft">{relais.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
