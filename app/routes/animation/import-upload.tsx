import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';

/** The first step: a file, or a list copied from a spreadsheet. */
export function ImportUpload({ error }: { error: string | null }) {
  const errors = error === null ? [] : [error];
  return (
    <form
      method="post"
      action="/animation/professionnels/import"
      encType="multipart/form-data"
      className="panel grid w-full max-w-2xl gap-5"
      noValidate
    >
      <ErrorSummary errors={errors.map((message) => ({ id: 'fichier', message }))} />
      <Field
        id="fichier"
        label="Votre fichier"
        hint="Excel (.xlsx) ou CSV, 4 Mo au plus. Une personne par ligne, les titres de colonnes en haut, dans l’ordre que vous voulez."
        errors={errors}
      >
        {(control) => <input {...control} type="file" name="fichier" accept=".xlsx,.csv,.txt,.tsv,text/csv" />}
      </Field>
      <Field id="texte" label="Ou collez votre liste" hint="Copiée depuis votre tableur, titres compris.">
        {(control) => <textarea {...control} name="texte" rows={5} spellCheck={false} />}
      </Field>
      <Button wide>Lire la liste</Button>
      <p className="hint">
        Rien n’est ajouté à cette étape : vous voyez d’abord ce qui le sera. Le fichier n’est pas gardé. Personne ne
        reçoit d’e-mail.
      </p>
    </form>
  );
}
