import type { Desk } from '#app/enrollment/desk.server.ts';
import { takenInWords } from '#app/enrollment/desk-words.ts';
import { Panel } from '#app/ui/card.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';

/** What is left, large; what is taken; who is invited. */
export function DeskFigures({ desk }: { desk: Desk }) {
  const { left, taken, ceilings, guests, totals } = desk;
  const facts =
    taken === null
      ? [{ name: 'Participantes', value: totals }]
      : [
          { name: 'Adultes', value: takenInWords(taken.adults, ceilings.adults) },
          ...(desk.children === 'NONE'
            ? []
            : [{ name: 'Enfants', value: takenInWords(taken.children, ceilings.children) }]),
          ...(ceilings.persons === null ? [] : [{ name: 'Lieu', value: `${ceilings.persons} personnes au plus` }]),
          { name: 'En attente', value: String(taken.waiting) },
        ];
  return (
    <Panel label="Les places">
      {left.length > 0 && (
        <div className="card-figures mt-0! mb-4">
          {left.map((figure) => (
            <FigureNumber key={figure.label} {...figure} large />
          ))}
        </div>
      )}
      <Facts facts={facts} />
      {guests.length > 0 && (
        <div className="mt-4 border-t border-line pt-3">
          <p className="font-bold">Inter-relais</p>
          <p className="text-soft">Accueil : {desk.relais}</p>
          <ul>
            {guests.map(({ name, from }) => (
              <li key={name}>
                {name} <span className="text-soft">{from}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
