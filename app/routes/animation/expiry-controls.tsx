import { Form } from '@remix-run/react';
import { SPANS, type ExpiryFilters } from '#app/training/expiry-filters.ts';
import type { RelaisExpiries } from '#app/training/relais-expiries.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';

interface ExpiryControlsProps {
  filters: ExpiryFilters;
  found: Pick<RelaisExpiries, 'relais' | 'themes'>;
}

/** Filters that stay in the address. */
export function ExpiryControls({ filters, found: { relais, themes } }: ExpiryControlsProps) {
  const shown = [...new Set([...themes, ...(filters.theme === undefined ? [] : [filters.theme])])];
  return (
    <Form method="get" className="panel flex flex-wrap items-end gap-4" aria-label="Filtrer les échéances">
      <Field id="delai" label="Fin de validité">
        {(control) => (
          <select {...control} name="delai" defaultValue={String(filters.within ?? 12)}>
            {SPANS.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      {relais.length > 1 && (
        <Field id="relais" label="Relais">
          {(control) => (
            <select {...control} name="relais" defaultValue={filters.relais ?? ''}>
              <option value="">Tous</option>
              {relais.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="theme" label="Certificat">
        {(control) => (
          <select {...control} name="theme" defaultValue={filters.theme ?? ''}>
            <option value="">Tous</option>
            {shown.map((title) => (
              <option key={title}>{title}</option>
            ))}
          </select>
        )}
      </Field>
      <Button variant="quiet">Filtrer</Button>
    </Form>
  );
}
