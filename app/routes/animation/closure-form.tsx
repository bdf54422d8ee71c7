import { Form } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { Closable } from '#app/people/closable.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { ClosureFields, NO_CLOSURE, type TypedClosure } from './closure-fields.tsx';

interface ClosureFormProps {
  choices: Closable;
  typed: TypedClosure | undefined;
  errors: Readonly<Record<string, string>>;
}

/** Adds a closure or an absence. */
export function ClosureForm({ choices, typed = NO_CLOSURE, errors }: ClosureFormProps) {
  return (
    <section className="panel" aria-labelledby="ajouter">
      <h2 id="ajouter" className="mb-4">
        Ajouter
      </h2>
      <Form method="post" className="grid gap-4" noValidate>
        <ErrorSummary errors={summaryOf(errors)} />
        <Field id="quoi" label="Qui ou quoi" errors={errors.quoi === undefined ? [] : [errors.quoi]}>
          {(control) => (
            <select {...control} name="quoi" defaultValue={typed.of}>
              <option value="">Choisissez…</option>
              {choices.map(({ label, options }) => (
                <optgroup key={label} label={label}>
                  {options.map((option) => (
                    <option key={option.value} value={option.value}>
                      {option.label}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <ClosureFields typed={typed} errors={errors} />
        <Button wide>Ajouter et voir ce qu’elle touche</Button>
        <p className="hint">Personne n’est prévenu à cette étape.</p>
      </Form>
    </section>
  );
}
