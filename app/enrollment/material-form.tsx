import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';

interface MaterialFormProps {
  /** Dates to choose from; `all`: also for all of them. */
  dates: readonly { id: string; when: string }[];
  all: boolean;
  /** Of a session that is over one gives what is read after. */
  after: boolean;
  refused:
    | {
        errors: Readonly<Record<string, string>>;
        typed: Readonly<Record<'titre' | 'quand' | 'seance' | 'lien', string>>;
      }
    | undefined;
}

/** Adds a document: a file or a link, before or after, for all dates or one. Posts to its own page, as multipart. */
export function MaterialForm({ dates, all, after, refused }: MaterialFormProps) {
  const errors = refused?.errors ?? {};
  const typed = refused?.typed;
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  const when = typed?.quand || (after ? 'apres' : 'avant');
  return (
    <form method="post" encType="multipart/form-data" className="panel grid gap-5" noValidate aria-labelledby="ajouter">
      <h2 id="ajouter">Ajouter un document</h2>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Field
        id="fichier"
        label="Fichier"
        hint="PDF, image, texte, tableau ou diaporama, 10 Mo au plus."
        optional
        errors={of('fichier')}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            name="fichier"
            accept=".pdf,.png,.jpg,.jpeg,.gif,.webp,.odt,.ods,.odp,.docx,.xlsx,.pptx,.doc,.xls,.ppt"
          />
        )}
      </Field>
      <Field
        id="lien"
        label="Ou l’adresse d’une page"
        hint="Par exemple une vidéo, un article."
        optional
        errors={of('lien')}
      >
        {(control) => <input {...control} type="url" name="lien" maxLength={2000} defaultValue={typed?.lien} />}
      </Field>
      <Field id="titre" label="Titre" hint="Sans titre, un fichier garde son nom." optional errors={of('titre')}>
        {(control) => <input {...control} type="text" name="titre" maxLength={200} defaultValue={typed?.titre} />}
      </Field>
      <Fieldset id="quand" legend="À lire" errors={of('quand')}>
        <CheckboxCard
          type="radio"
          name="quand"
          value="avant"
          label="Avant la séance"
          defaultChecked={when === 'avant'}
        />
        <CheckboxCard
          type="radio"
          name="quand"
          value="apres"
          label="Après la séance"
          defaultChecked={when === 'apres'}
        />
      </Fieldset>
      {dates.length + (all ? 1 : 0) > 1 ? (
        <Field id="seance" label="Pour quelle date" errors={of('seance')}>
          {(control) => (
            <select {...control} name="seance" defaultValue={typed?.seance ?? ''}>
              {all && <option value="">Toutes les dates</option>}
              {dates.map(({ id, when }) => (
                <option key={id} value={id}>
                  {when}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        <input type="hidden" name="seance" value={all ? '' : (dates[0]?.id ?? '')} />
      )}
      <Button wide>Ajouter ce document</Button>
      <p className="hint">
        Seules les personnes inscrites, l’intervenant et l’équipe l’ouvrent. N’y mettez rien qui nomme un enfant ou
        parle de santé.
      </p>
    </form>
  );
}
