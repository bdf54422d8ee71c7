import { Form } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { ClosureShown } from '#app/people/closures.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ClosureFields, type TypedClosure } from './closure-fields.tsx';

interface ClosureSettingsProps {
  closure: ClosureShown;
  typed: TypedClosure | undefined;
  errors: Readonly<Record<string, string>>;
}

/** Changes the days of a closure, or lifts it. */
export function ClosureSettings({ closure, typed, errors }: ClosureSettingsProps) {
  const { id, kind, reason, yearly, form } = closure;
  const known: TypedClosure = { of: '', ...form, yearly, reason };
  return (
    <details className="panel fold" open={Object.keys(errors).length > 0}>
      <summary>
        <h2>Changer les dates, ou supprimer</h2>
      </summary>
      <div className="grid gap-6">
        <Form method="post" className="grid gap-4" noValidate key={JSON.stringify(known)}>
          <ErrorSummary errors={summaryOf(errors)} />
          <ClosureFields typed={typed ?? known} errors={errors} person={kind === 'person'} />
          <div>
            <Button>Enregistrer</Button>
          </div>
        </Form>
        <Form method="post" action={`/animation/fermetures/${id}/suppression`} className="grid gap-2">
          <p className="hint">Supprimer ne rétablit pas ce qui a été annulé, déplacé ou confié entre-temps.</p>
          <div>
            <Button variant="danger">Supprimer</Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
