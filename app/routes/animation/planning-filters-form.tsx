import { Form, useSubmit } from '@remix-run/react';
import {
  PLANNING_STATES,
  planningAddress,
  type PlanningAsked,
  type PlanningFilters,
} from '#app/catalog/planning-address.ts';
import { KINDS } from '#app/catalog/kinds.ts';
import type { TeamChoices } from '#app/catalog/team-choices.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Field } from '#app/ui/field.tsx';
import { Search } from '#app/ui/icons.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';

interface Props {
  asked: PlanningAsked;
  choices: TeamChoices;
}

type Choice = { name: string; label: string; all: string; value: string; options: { value: string; label: string }[] };

/** The filters, as a form whose address can be shared; those that are on stand as chips that take them away. */
export function PlanningFiltersForm({ asked, choices }: Props) {
  const submit = useSubmit();
  const hydrated = useHydrated();
  const on = activeFilters(asked, choices);
  return (
    <div className="grid gap-2">
      <details className="panel fold planning-filters" key={hydrated ? 'script' : 'plain'}>
        <summary>
          <Search size={20} /> Filtrer{on.length > 0 ? ` (${on.length})` : ''}
        </summary>
        <Form
          method="get"
          action="/animation/planning"
          className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3"
          onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
        >
          <input type="hidden" name="vue" value={asked.view} />
          <input type="hidden" name="du" value={asked.date} />
          {choicesOf(asked.filters, choices).map(({ name, label, all, value, options }) => (
            <Field key={name} id={name} label={label}>
              {(control) => (
                <select {...control} name={name} defaultValue={value} key={value}>
                  <option value="">{all}</option>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
          {!hydrated && (
            <div className="self-end">
              <Button>Filtrer</Button>
            </div>
          )}
        </Form>
      </details>
      {on.length > 0 && (
        <ChipGroup label="Filtres actifs" scroll>
          {on.map(({ words, without }) => (
            <ChipLink key={words} to={planningAddress({ ...asked, filters: without })} current>
              {words}
            </ChipLink>
          ))}
        </ChipGroup>
      )}
    </div>
  );
}

function choicesOf(filters: PlanningFilters, { relais, sites, animators, intervenants }: TeamChoices): Choice[] {
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const kind = KINDS.find((one) => filters.kinds?.includes(one.kind));
  const state = PLANNING_STATES.find((one) => one.state === filters.etat);
  return [
    {
      ...{ name: 'relais', label: 'Relais', all: 'Tous les relais', value: filters.relais ?? '' },
      options: relais.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    { name: 'lieu', label: 'Lieu', all: 'Tous les lieux', value: filters.lieu ?? '', options: named(sites) },
    {
      ...{ name: 'animatrice', label: 'Animatrice', all: 'Toute l’équipe', value: filters.animatrice ?? '' },
      options: named(animators),
    },
    {
      ...{ name: 'intervenant', label: 'Intervenante, intervenant', all: 'Avec ou sans' },
      ...{ value: filters.intervenant ?? '', options: named(intervenants) },
    },
    {
      ...{ name: 'type', label: 'Type d’activité', all: 'Tous les types', value: kind?.slug ?? '' },
      options: KINDS.map(({ slug, several }) => ({ value: slug, label: several })),
    },
    {
      ...{ name: 'etat', label: 'État', all: 'Tous les états', value: state?.slug ?? '' },
      options: PLANNING_STATES.map(({ slug, several }) => ({ value: slug, label: several })),
    },
  ];
}

/** What is on, in words, and the filters without it. */
function activeFilters({ filters }: PlanningAsked, choices: TeamChoices) {
  const without = (name: keyof PlanningFilters): PlanningFilters =>
    Object.fromEntries(Object.entries(filters).filter(([one]) => one !== name));
  const nameOf = (rows: readonly { id: string; name: string }[], id: string | undefined) =>
    rows.find((one) => one.id === id)?.name ?? 'Choix inconnu';
  const { relais, lieu, animatrice, intervenant, kinds, etat } = filters;
  const on: { words: string; without: PlanningFilters }[] = [];
  if (relais !== undefined)
    on.push({ words: choices.relais.find(({ slug }) => slug === relais)?.name ?? relais, without: without('relais') });
  if (lieu !== undefined) on.push({ words: nameOf(choices.sites, lieu), without: without('lieu') });
  if (animatrice !== undefined)
    on.push({ words: nameOf(choices.animators, animatrice), without: without('animatrice') });
  if (intervenant !== undefined)
    on.push({ words: nameOf(choices.intervenants, intervenant), without: without('intervenant') });
  for (const { kind, several } of KINDS) {
    const left = kinds?.filter((one) => one !== kind) ?? [];
    if (kinds?.includes(kind))
      on.push({ words: several, without: left.length > 0 ? { ...filters, kinds: left } : without('kinds') });
  }
  const state = PLANNING_STATES.find((one) => one.state === etat);
  if (state) on.push({ words: state.several, without: without('etat') });
  return on;
}
