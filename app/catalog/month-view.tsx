import { MonthGrid, type MonthItem } from '#app/ui/month-grid.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { capital, monthLong } from '#app/time/french.ts';
import { Notice } from '#app/ui/notice.tsx';
import type { CatalogueFilters } from './catalogue-filters.ts';
import { catalogueAddress } from './catalogue-address.ts';
import { kindTone } from './kinds.ts';
import type { Month, MonthDay } from './month-days.ts';
import type { SessionCard } from './session-card.ts';

const WEEKDAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

/** A month of the catalogue, with what leads to its neighbours. */
export function MonthView({ grid, filters }: { grid: Month; filters: CatalogueFilters }) {
  const { name, weeks, previous, next, coming } = grid;
  const to = (month: string) => catalogueAddress(filters, { as: 'month', month });
  const isEmpty = weeks.every((week) => week.every((day) => day.outside || day.cards.length === 0));
  return (
    <>
      <Pager
        label="Mois"
        previous={{ to: to(previous), label: monthAlone(previous) }}
        next={{ to: to(next), label: monthAlone(next) }}
      />
      {isEmpty && (
        <Notice title="Aucune séance ce mois-ci">
          <p>Voyez le mois suivant, ou retirez un filtre.</p>
        </Notice>
      )}
      {coming !== null && (
        <p className="md:hidden">
          <a href={`#jour-${coming}`} className="inline-flex min-h-11 items-center">
            Aller aux prochaines séances
          </a>
        </p>
      )}
      <MonthGrid
        caption={capital(name)}
        weekdays={WEEKDAYS.slice(0, weeks[0]?.length)}
        weeks={weeks.map((week) => shownWeek(week, filters.relais === undefined))}
      />
    </>
  );
}

/** "Décembre": the caption says the year. */
const monthAlone = (month: string) => capital(monthLong(month)).slice(0, -' 2026'.length);

/** Why a day is off is said once for days in a row; `away` says which relais holds a session. */
function shownWeek(week: readonly MonthDay[], away: boolean) {
  return week.map(({ date, number, name, outside, today, off, cards }, column) => ({
    ...{ key: date, number, name: capital(name), outside, today },
    shade: off !== null,
    note: off !== null && off !== week[column - 1]?.off ? off : undefined,
    items: cards.map((card) => item(card, away)),
  }));
}

function item(card: SessionCard, away: boolean): MonthItem {
  return {
    key: card.id,
    to: `/seances/${card.id}`,
    tone: kindTone(card.kind),
    time: card.start,
    label: away ? `${card.title}, ${card.relais.name.replace(/^Relais /, '')}` : card.title,
    mark: markOf(card),
  };
}

function markOf({ cancelled, mine, full }: SessionCard): string | undefined {
  if (cancelled) return 'annulée';
  if (mine === 'CONFIRMED') return 'inscrite';
  if (mine === 'OFFERED') return 'proposée';
  if (mine !== null) return 'en attente';
  return full ? 'complet' : undefined;
}
