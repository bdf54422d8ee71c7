import { number, plural } from '#app/time/french.ts';
import { euros } from '#app/time/money.ts';
import { Facts } from '#app/ui/facts.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import type { YearHours } from './record-hours.ts';

const hours = (count: number) => plural(count, 'heure', 'heures');

/** The counter of a year: what is done of the right, what is left, and what it is made of. */
export function HoursPanel({ year, title }: { year: YearHours; title: string }) {
  const { done, right, left, credited, declared, outside } = year;
  const share = right === null || right === 0 ? 0 : Math.min(100, Math.round((done / right) * 100));
  const facts = [
    ...(credited > 0 ? [{ name: 'Suivies au relais', value: hours(credited) }] : []),
    ...(declared > 0 ? [{ name: 'Suivies ailleurs', value: hours(declared) }] : []),
    ...(outside.hours > 0 ? [{ name: 'Hors temps de travail', value: hours(outside.hours) }] : []),
    ...(outside.euros === null ? [] : [{ name: 'Allocation due', value: euros(Math.round(outside.euros * 100)) }]),
  ];
  return (
    <section className="panel grid gap-4" aria-labelledby="heures">
      <h2 id="heures">{title}</h2>
      <p className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <FigureNumber large value={number(done)} label={done >= 2 ? 'heures suivies' : 'heure suivie'} />
        {left !== null && <FigureNumber large value={number(left)} label={`qui restent sur ${number(right ?? 0)}`} />}
      </p>
      {right !== null && (
        <div className="bg-sunken h-4 overflow-hidden rounded-full" aria-hidden="true">
          <div className="bg-teal h-full rounded-full" style={{ width: `${share}%` }} />
        </div>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      {outside.euros !== null && (
        <p className="hint">Allocation calculée au taux de chaque jour, pour les formations suivies au relais.</p>
      )}
    </section>
  );
}
