import { Form, Link } from '@remix-run/react';
import { directoryQuery, type DirectoryFilters } from '#app/people/directory-filters.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Search } from '#app/ui/icons.tsx';
import { SelectField, TextField } from './form-fields.tsx';

interface DirectoryFormProps {
  filters: DirectoryFilters;
  relais: readonly { slug: string; name: string }[];
  communes: readonly { id: string; name: string }[];
}

const STATUSES = [
  { value: 'activite', label: 'En activité' },
  { value: 'pause', label: 'En pause' },
  { value: 'cessation', label: 'Cessation' },
  { value: 'toutes', label: 'Toutes, cessations comprises' },
];
const KINDS = [
  { value: 'am', label: 'Assistante maternelle' },
  { value: 'garde', label: 'Garde d’enfants à domicile' },
  { value: 'candidate', label: 'Candidate à l’agrément' },
];
const AGREMENTS = [
  { value: '0', label: 'Échu' },
  { value: '3', label: 'Finit dans les 3 mois' },
  { value: '6', label: 'Finit dans les 6 mois' },
  { value: '12', label: 'Finit dans l’année' },
  { value: 'aucun', label: 'À compléter' },
];
const SORTS = [
  { value: 'commune', label: 'Commune' },
  { value: 'agrement', label: 'Fin d’agrément' },
  { value: 'venue', label: 'Dernière venue, la plus ancienne d’abord' },
];

/** Search, filters and order, as a plain form whose address can be sent. */
export function DirectoryForm({ filters, relais, communes }: DirectoryFormProps) {
  const query = directoryQuery(filters);
  const at = new URLSearchParams(query);
  const count = Object.keys(filters).filter((name) => name !== 'q').length;
  return (
    <Form
      key={query}
      method="get"
      action="/animation/professionnels"
      className="panel grid gap-3"
      role="search"
      aria-label="Chercher"
    >
      <div className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <TextField
          name="q"
          label="Nom ou téléphone"
          hint="Quelques lettres suffisent, avec ou sans accents."
          value={at.get('q')}
          type="search"
          maxLength={80}
        />
        <Button>
          <Search size={18} />
          Chercher
        </Button>
      </div>
      <details className="fold" open={count > 0}>
        <summary>{count === 0 ? 'Filtrer et trier' : `Filtrer et trier : ${count}`}</summary>
        <Choices at={at} relais={relais} communes={communes} filters={filters} />
      </details>
      {query !== '' && (
        <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center justify-self-start">
          Effacer les filtres
        </Link>
      )}
    </Form>
  );
}

function Choices({ at, relais, communes, filters }: DirectoryFormProps & { at: URLSearchParams }) {
  const given = (name: string) => ({ name, value: at.get(name) });
  return (
    <div className="grid gap-4 pt-2 sm:grid-cols-2 lg:grid-cols-3">
      {relais.length > 1 && (
        <SelectField
          {...given('relais')}
          label="Relais"
          none="Tous vos relais"
          options={relais.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <SelectField
        {...given('commune')}
        label="Commune"
        none="Toutes"
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField {...given('metier')} label="Métier" none="Tous" options={KINDS} />
      <SelectField {...given('statut')} label="Situation" none="En activité ou en pause" options={STATUSES} />
      <SelectField {...given('agrement')} label="Agrément" none="Tous" options={AGREMENTS} />
      <SelectField {...given('tri')} label="Trier par" none="Nom" options={SORTS} />
      <CheckboxCard name="sansmail" value="1" label="Sans e-mail" defaultChecked={filters.withoutEmail === true} />
      <CheckboxCard name="jamais" value="1" label="Jamais venue" defaultChecked={filters.neverCame === true} />
    </div>
  );
}
