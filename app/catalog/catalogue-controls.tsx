import { Form, Link } from '@remix-run/react';
import { dayPlain } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { ChipGroup, ChipLink } from '#app/ui/chip.tsx';
import { Field } from '#app/ui/field.tsx';
import { CalendarDays, List, MapPin, Search } from '#app/ui/icons.tsx';
import type { CatalogueFilters } from './catalogue-filters.ts';
import { catalogueAddress, toggleKind, withFilters, type CatalogueView } from './catalogue-address.ts';
import { KIND_ICONS } from './kind-mark.tsx';
import { KINDS } from './kinds.ts';

interface Choices {
  relais: readonly { slug: string; name: string }[];
  sites: readonly { id: string; name: string; commune: string | null }[];
}

interface ControlsProps {
  filters: CatalogueFilters;
  view: CatalogueView;
  choices: Choices;
}

/** The filters as links, those that are on first to be taken away, and the two views. */
export function CatalogueChips({ filters, view, choices, isSignedIn }: ControlsProps & { isSignedIn: boolean }) {
  const to = (next: CatalogueFilters) =>
    catalogueAddress(next, view.as === 'month' ? view : { as: 'list', from: null });
  return (
    <div className="grid gap-2">
      <ChipGroup label="Filtres" scroll>
        {activeChoices({ filters, choices }).map(({ name, words }) => (
          <ChipLink key={name} to={to(withFilters(filters, { [name]: undefined }))} current>
            {words}
          </ChipLink>
        ))}
        {(isSignedIn || filters.mes) && (
          <ChipLink
            to={to(withFilters(filters, { mes: filters.mes ? undefined : true }))}
            current={filters.mes === true}
          >
            Mes séances
          </ChipLink>
        )}
        <ChipLink
          to={to(withFilters(filters, { places: filters.places ? undefined : true }))}
          current={filters.places === true}
        >
          Avec des places
        </ChipLink>
        {KINDS.map(({ kind, several }) => (
          <ChipLink
            key={kind}
            to={to(toggleKind(filters, kind))}
            current={filters.kinds?.includes(kind) === true}
            icon={KIND_ICONS[kind]}
          >
            {several}
          </ChipLink>
        ))}
      </ChipGroup>
      <Views filters={filters} view={view} />
    </div>
  );
}

function Views({ filters, view }: Pick<ControlsProps, 'filters' | 'view'>) {
  const isFiltered = Object.keys(filters).length > 0;
  const month = filters.du?.slice(0, 7) ?? null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <nav aria-label="Présentation" className="flex gap-1">
        <ViewLink to={catalogueAddress(filters, { as: 'list', from: null })} isCurrent={view.as === 'list'}>
          <List size={18} /> Liste
        </ViewLink>
        <ViewLink to={catalogueAddress(filters, { as: 'month', month })} isCurrent={view.as === 'month'}>
          <CalendarDays size={18} /> Mois
        </ViewLink>
      </nav>
      {isFiltered && (
        <Link
          to={catalogueAddress({}, view.as === 'month' ? view : { as: 'list', from: null })}
          className="inline-flex min-h-11 items-center"
          preventScrollReset
        >
          Effacer les filtres
        </Link>
      )}
    </div>
  );
}

function ViewLink({ to, isCurrent, children }: { to: string; isCurrent: boolean; children: React.ReactNode }) {
  const look = isCurrent ? 'font-bold text-teal shadow-[inset_0_-3px_var(--teal)]' : 'text-ink no-underline';
  return (
    <Link
      to={to}
      aria-current={isCurrent ? 'true' : undefined}
      className={`inline-flex min-h-11 items-center gap-1.5 px-2 no-underline ${look}`}
    >
      {children}
    </Link>
  );
}

/** Relais, place, dates and words, as a plain form: folded on a phone, always open beside the list. */
export function CatalogueForm({ filters, view, choices }: ControlsProps) {
  const { kinds, places, mes } = filters;
  const isList = view.as === 'list';
  const types = KINDS.filter(({ kind }) => kinds?.includes(kind)).map(({ slug }) => slug);
  return (
    <details className={isList ? 'panel fold fold--side' : 'panel fold'}>
      <summary>
        <MapPin size={20} /> {isList ? 'Relais, lieu et dates' : 'Relais et lieu'}
      </summary>
      <Form method="get" action="/activites" className="grid gap-4 pt-2">
        {types.length > 0 && <input type="hidden" name="type" value={types.join(',')} />}
        {places && <input type="hidden" name="places" value="1" />}
        {mes && <input type="hidden" name="mes" value="1" />}
        {view.as === 'month' && <input type="hidden" name="vue" value="mois" />}
        {view.as === 'month' && view.month !== null && <input type="hidden" name="mois" value={view.month} />}
        <Where filters={filters} choices={choices} />
        {isList && <When filters={filters} />}
        <Field id="q" label="Un mot" hint="Titre, thème ou lieu">
          {(control) => <input {...control} type="search" name="q" defaultValue={filters.q} maxLength={80} />}
        </Field>
        <Button>
          <Search size={18} />
          Voir les séances
        </Button>
      </Form>
    </details>
  );
}

function Where({ filters, choices }: Pick<ControlsProps, 'filters' | 'choices'>) {
  return (
    <>
      <Field id="relais" label="Relais">
        {(control) => (
          <select {...control} name="relais" defaultValue={filters.relais ?? ''} key={filters.relais}>
            <option value="">Tous les relais</option>
            {choices.relais.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="lieu" label="Lieu">
        {(control) => (
          <select {...control} name="lieu" defaultValue={filters.lieu ?? ''} key={filters.lieu}>
            <option value="">Tous les lieux</option>
            {choices.sites.map((site) => (
              <option key={site.id} value={site.id}>
                {siteWords(site)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

function When({ filters }: Pick<ControlsProps, 'filters'>) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
      <Field id="du" label="Du">
        {(control) => <input {...control} key={filters.du} type="date" name="du" defaultValue={filters.du} />}
      </Field>
      <Field id="au" label="Au">
        {(control) => <input {...control} key={filters.au} type="date" name="au" defaultValue={filters.au} />}
      </Field>
    </div>
  );
}

/** The filters chosen in the form, in words. */
function activeChoices({ filters, choices }: Pick<ControlsProps, 'filters' | 'choices'>) {
  const { relais, lieu, du, au, q } = filters;
  const site = choices.sites.find(({ id }) => id === lieu);
  const chosen: { name: keyof CatalogueFilters; words: string }[] = [];
  if (relais !== undefined) {
    chosen.push({ name: 'relais', words: choices.relais.find(({ slug }) => slug === relais)?.name ?? relais });
  }
  if (lieu !== undefined) chosen.push({ name: 'lieu', words: site ? siteWords(site) : 'Lieu choisi' });
  if (du !== undefined) chosen.push({ name: 'du', words: `À partir du ${dayPlain(du)}` });
  if (au !== undefined) chosen.push({ name: 'au', words: `Jusqu’au ${dayPlain(au)}` });
  if (q !== undefined) chosen.push({ name: 'q', words: `« ${q} »` });
  return chosen;
}

function siteWords({ name, commune }: Choices['sites'][number]): string {
  return commune === null || name.includes(commune) ? name : `${name}, ${commune}`;
}
