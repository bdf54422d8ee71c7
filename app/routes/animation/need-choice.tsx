import { Form, Link } from '@remix-run/react';
import { capital, plural } from '#app/time/french.ts';
import { SUITS } from '#app/training/need-words.ts';
import { planNeedQuery, type PlanNeedFilters } from '#app/training/plan-filters.ts';
import type { FreeNeedLine, PlanNeeds } from '#app/training/plan-needs.server.ts';
import { bestSlot, isEnough, themeInWords, type ThemeCount } from '#app/training/theme-groups.ts';
import { Button } from '#app/ui/button.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { CircleCheck } from '#app/ui/icons.tsx';
import { Pager } from '#app/ui/pager.tsx';

/** As many as a first-aid group asks for: below, one looks further. */
const ENOUGH = 4;

/** Themes with how many wish them and when most are free; each leads to its people. */
export function ThemeGroups({
  themes,
  filters,
  path,
}: {
  themes: readonly ThemeCount[];
  filters: PlanNeedFilters;
  path: string;
}) {
  return (
    <section className="grid gap-3" aria-labelledby="themes">
      <h2 id="themes">Par thème</h2>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {themes.map((theme) => {
          const best = bestSlot(theme);
          const slug = SUITS.find(({ code }) => code === best?.suits)?.slug;
          const chosen = { theme: theme.themeId ?? 'autres', page: '', ...(slug && { convient: slug }) };
          return (
            <li key={theme.themeId ?? 'autres'} className="panel grid content-start gap-1">
              <Link
                to={`${path}?${planNeedQuery(filters, chosen)}#personnes`}
                className="inline-flex min-h-11 items-center font-bold break-words"
                aria-current={filters.theme === chosen.theme ? 'true' : undefined}
              >
                {theme.title}
              </Link>
              <p className="text-soft">{themeInWords(theme)}</p>
              {isEnough(theme, ENOUGH) && (
                <p className="flex items-center gap-2 font-bold">
                  <CircleCheck size={18} />
                  De quoi former un groupe
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface FiltersProps {
  filters: PlanNeedFilters;
  found: Pick<PlanNeeds, 'plan' | 'themes' | 'communes'>;
  path: string;
}

/** Narrows the list of people; all of it stays in the address. */
export function NeedFilterForm({ filters, found: { plan, themes, communes }, path }: FiltersProps) {
  const suits = SUITS.find(({ code }) => code === filters.suits)?.slug;
  const lists = [
    {
      name: 'theme',
      label: 'Thème',
      value: filters.theme,
      options: themes.map((one) => [one.themeId ?? 'autres', one.title]),
    },
    {
      name: 'convient',
      label: 'Ce qui convient',
      value: suits,
      options: SUITS.map((one) => [one.slug, capital(one.label)]),
    },
    { name: 'commune', label: 'Commune', value: filters.commune, options: communes.map((one) => [one.id, one.name]) },
    { name: 'relais', label: 'Relais', value: filters.relais, options: plan.relais.map((one) => [one.slug, one.name]) },
  ].filter(({ name, options }) => name !== 'relais' || options.length > 1);
  return (
    <Form
      action={path}
      className="panel grid gap-4 sm:grid-cols-2 sm:items-end lg:grid-cols-3"
      role="search"
      aria-label="Filtrer les besoins"
    >
      {lists.map(({ name, label, value = '', options }) => (
        <Field key={`${name} ${value}`} id={`filtre-${name}`} label={label}>
          {(control) => (
            <select {...control} name={name} defaultValue={value}>
              <option value="">Tous</option>
              {options.map(([id = '', words]) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <Field id="filtre-nom" label="Nom" optional>
        {(control) => (
          <input {...control} type="search" name="nom" defaultValue={filters.name ?? ''} autoComplete="off" />
        )}
      </Field>
      <Button variant="quiet">Filtrer</Button>
    </Form>
  );
}

interface ChoiceProps {
  needs: readonly FreeNeedLine[];
  total: number;
  chosen: readonly string[];
  error: string | undefined;
}

/** One line to tick a person, with her need and what suits her. */
export function NeedChoice({ needs, total, chosen, error }: ChoiceProps) {
  const count = plural(total, 'besoin', 'besoins');
  return (
    <Fieldset
      id="besoins"
      legend="Qui ?"
      hint={
        total > needs.length
          ? `${needs.length} montrés sur ${count}. Cochez celles qui peuvent venir ensemble.`
          : `${count}. Cochez celles qui peuvent venir ensemble.`
      }
      errors={error === undefined ? [] : [error]}
    >
      <ul className="grid gap-2 lg:grid-cols-2">
        {needs.map(({ id, name, commune, relais, title, words, suits, urgency, due }) => (
          <li key={id}>
            <label className="check-card h-full">
              <input type="checkbox" name="besoin" value={id} defaultChecked={chosen.includes(id)} />
              <span className="min-w-0 break-words">
                <b>{name}</b>
                <span className="block font-normal">
                  {title}
                  {words !== '' && ` : ${words}`}
                </span>
                <span className="text-soft block font-normal">
                  {[commune, relais].filter(Boolean).join(', ')} · {suits}
                </span>
                <span className={due === null ? 'text-soft block font-normal' : 'text-warn block'}>
                  {due ?? urgency}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}

/** Pages of the list, under its filters. */
export function NeedPages({
  filters,
  page,
  pages,
  path,
}: {
  filters: PlanNeedFilters;
  page: number;
  pages: number;
  path: string;
}) {
  if (pages < 2) return null;
  const to = (n: number) => `${path}?${planNeedQuery(filters, { page: n > 1 ? String(n) : '' })}#personnes`;
  return (
    <Pager
      label="Pages des besoins"
      here={`page ${page} sur ${pages}`}
      {...(page > 1 && { previous: { to: to(page - 1), label: 'Page précédente' } })}
      {...(page < pages && { next: { to: to(page + 1), label: 'Page suivante' } })}
    />
  );
}
