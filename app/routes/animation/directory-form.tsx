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
  return (
    <Form
      key={query}
      method="get"
      action="/animation/professionnels"
      className="panel grid gap-4"
      role="search"
      aria-label="Chercher"
    >
      <TextField
        name="q"
        label="Nom ou téléphone"
        hint="Quelques lettres suffisent."
        value={at.get('q')}
        type="search"
        maxLength={80}
      />
      {relais.length > 1 && (
        <SelectField
          name="relais"
          label="Relais"
          none="Tous vos relais"
          value={at.get('relais')}
          options={relais.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <SelectField
        name="commune"
        label="Commune"
        none="Toutes"
        value={at.get('commune')}
        options={communes.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField name="metier" label="Métier" none="Tous" value={at.get('metier')} options={KINDS} />
      <SelectField
        name="statut"
        label="Situation"
        none="En activité ou en pause"
        value={at.get('statut')}
        options={STATUSES}
      />
      <SelectField name="agrement" label="Agrément" none="Tous" value={at.get('agrement')} options={AGREMENTS} />
      <SelectField name="tri" label="Trier par" none="Nom" value={at.get('tri')} options={SORTS} />
      <CheckboxCard name="sansmail" value="1" label="Sans e-mail" defaultChecked={filters.withoutEmail === true} />
      <CheckboxCard name="jamais" value="1" label="Jamais venue" defaultChecked={filters.neverCame === true} />
      <Button>
        <Search size={18} />
        Chercher
      </Button>
      {query !== '' && (
        <Link to="/animation/professionnels" className="inline-flex min-h-11 items-center">
          Effacer les filtres
        </Link>
      )}
    </Form>
  );
}
