import { Form, Link } from '@remix-run/react';
import type { Closable } from '#app/people/closable.server.ts';
import { closuresAddress, filterValue, type ClosureAddress } from '#app/people/closure-filters.ts';
import type { ClosureShown } from '#app/people/closures.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Field } from '#app/ui/field.tsx';
import { DoorOpen, MapPin, UserRound } from '#app/ui/icons.tsx';

const KINDS = {
  relais: { icon: DoorOpen, word: 'Relais' },
  site: { icon: MapPin, word: 'Lieu' },
  person: { icon: UserRound, word: 'Absence' },
} as const;

interface ClosureListProps {
  list: readonly ClosureShown[];
  choices: Closable;
  filters: ClosureAddress;
}

/** Closures and absences to come, or past, with their filters. */
export function ClosureList({ list, choices, filters }: ClosureListProps) {
  const past = filters.past === true;
  return (
    <section className="grid gap-4" aria-labelledby="liste">
      <h2 id="liste">{past ? 'Passées' : 'En cours et à venir'}</h2>
      <ChipGroup label="Période">
        <ChipLink to={closuresAddress({ ...filters, past: false })} current={!past}>
          En cours et à venir
        </ChipLink>
        <ChipLink to={closuresAddress({ ...filters, past: true })} current={past}>
          Passées
        </ChipLink>
        <ChipLink to="/animation/absences" current={false}>
          Absences et remplacements
        </ChipLink>
      </ChipGroup>
      <Filter choices={choices} filters={filters} />
      {list.length === 0 ? (
        <Empty sentence={past ? 'Aucune fermeture passée.' : 'Aucune fermeture ni absence à venir.'} />
      ) : (
        <ul className="grid gap-3">
          {list.map((closure) => (
            <li key={closure.id}>
              <ClosureCard closure={closure} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ClosureCard({ closure: { id, kind, name, days, reason } }: { closure: ClosureShown }) {
  const { icon: Face, word } = KINDS[kind];
  return (
    <article className="card">
      <div>
        <p className="flex items-center gap-2 text-soft">
          <Face size={18} />
          {word}
        </p>
        <h3>
          <Link to={`/animation/fermetures/${id}`}>{name}</Link>
        </h3>
        <p>
          <b>{days}</b>
          {reason !== '' && reason !== 'absence' && <span className="text-soft"> · {reason}</span>}
        </p>
      </div>
    </article>
  );
}

/** One select and its button: the address holds the choice. */
function Filter({ choices, filters }: { choices: Closable; filters: ClosureAddress }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" preventScrollReset>
      {filters.past && <input type="hidden" name="passees" value="1" />}
      <div className="min-w-56 flex-1">
        <Field id="de" label="De qui ou de quoi">
          {(control) => (
            <select {...control} name="de" key={filterValue(filters)} defaultValue={filterValue(filters)}>
              <option value="">Tout</option>
              {choices.map(({ label, options }) => (
                <optgroup key={label} label={label}>
                  {options.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Button variant="quiet">Filtrer</Button>
    </Form>
  );
}
