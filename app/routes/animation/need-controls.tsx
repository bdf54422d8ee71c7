import { Form } from '@remix-run/react';
import { capital } from '#app/time/french.ts';
import type { NeedFilters } from '#app/training/need-filters.ts';
import { SUITS } from '#app/training/need-words.ts';
import type { RelaisNeeds } from '#app/training/relais-needs.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';

interface NeedControlsProps {
  filters: NeedFilters;
  found: Pick<RelaisNeeds, 'communes' | 'relais' | 'themes'>;
}

type Option = { value: string; label: string };

/** Narrows the list: relais, theme, commune, what suits. All of it stays in the address. */
export function NeedControls({ filters, found }: NeedControlsProps) {
  const suits = SUITS.find(({ code }) => code === filters.suits)?.slug;
  const lines: { name: string; label: string; value: string | undefined; options: Option[] }[] = [
    {
      name: 'relais',
      label: 'Relais',
      value: filters.relais,
      options: found.relais.map(({ slug, name }) => ({ value: slug, label: name })),
    },
    {
      name: 'theme',
      label: 'Thème',
      value: filters.theme,
      options: found.themes.map(({ themeId, title }) => ({ value: themeId ?? 'autres', label: title })),
    },
    {
      name: 'commune',
      label: 'Commune',
      value: filters.commune,
      options: found.communes.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'convient',
      label: 'Ce qui convient',
      value: suits,
      options: SUITS.map(({ slug, label }) => ({ value: slug, label: capital(label) })),
    },
  ];
  return (
    <Form
      className="panel grid gap-4 sm:grid-cols-2 lg:grid-cols-5 lg:items-end"
      role="search"
      aria-label="Filtrer les besoins"
    >
      {lines.map(({ name, label, value = '', options }) => (
        <Field key={`${name} ${value}`} id={name} label={label}>
          {(control) => (
            <select {...control} name={name} defaultValue={value}>
              <option value="">Tous</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <Button variant="quiet">Filtrer</Button>
    </Form>
  );
}
