import { Link } from '@remix-run/react';
import { summaryOf } from '#app/auth/form-errors.ts';
import type { IntroductionPage } from '#app/people/introductions.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

interface ScreenProps {
  page: IntroductionPage;
  preview: { subject: string; html: string } | null;
  /** What is in the field when it is not what is in force. */
  typed?: string;
  error?: string;
}

/** The words above one kind of mail: the form, how the mail looks, what stood there before. */
export function IntroductionScreen({ page, preview, typed, error }: ScreenProps) {
  return (
    <>
      <PageHeader
        above={
          <p>
            <Link to="/animation/messages/introductions" className="inline-flex min-h-11 items-center">
              Introductions des e-mails
            </Link>
          </p>
        }
        title={page.label}
      />
      <div className="grid gap-6 pt-6 lg:grid-cols-2 lg:items-start lg:gap-x-10">
        <div className="grid gap-6">
          <IntroductionForm page={page} typed={typed} error={error} />
          <Former page={page} />
        </div>
        <section aria-labelledby="apercu" className="grid gap-3">
          <h2 id="apercu">Aperçu</h2>
          {preview === null ? (
            <p>Aucun e-mail de ce genre n’est encore parti : l’aperçu montrera le premier.</p>
          ) : (
            <>
              <p className="text-soft">Sur le dernier e-mail parti : « {preview.subject} ». Ses liens sont éteints.</p>
              <iframe
                title={`Aperçu : ${preview.subject}`}
                srcDoc={preview.html}
                sandbox=""
                className="h-[42rem] w-full rounded-xl border border-line bg-white"
              />
            </>
          )}
        </section>
      </div>
    </>
  );
}

function IntroductionForm({ page, typed, error }: Pick<ScreenProps, 'page' | 'typed' | 'error'>) {
  const here = `/animation/messages/introductions/${page.template}`;
  const errors: Record<string, string> = error === undefined ? {} : { texte: error };
  return (
    <form method="post" action={here} className="panel grid gap-4" noValidate>
      <ErrorSummary errors={summaryOf(errors)} />
      <Field
        id="texte"
        label="Vos mots"
        hint="Texte simple, 600 signes au plus. Une ligne vide fait un paragraphe. Laissez vide pour n’en mettre aucune."
        errors={Object.values(errors)}
      >
        {(control) => <textarea {...control} name="texte" rows={6} defaultValue={typed ?? page.text} />}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button>Enregistrer</Button>
        <Button variant="quiet" formAction={`${here}/apercu`}>
          Voir l’aperçu
        </Button>
      </div>
    </form>
  );
}

function Former({ page: { history, template } }: { page: IntroductionPage }) {
  if (history.length === 0) return null;
  return (
    <section className="panel grid gap-4" aria-labelledby="historique">
      <h2 id="historique">Historique</h2>
      <ol className="grid gap-4">
        {history.map(({ id, at, by, text }, index) => (
          <li key={id} className="grid gap-1 border-t border-line pt-3 wrap-anywhere">
            <p className="text-soft">
              {at}
              {by !== null && `, par ${by}`}
              {index === 0 && ' · en vigueur'}
            </p>
            {text === '' ? <p>Aucune introduction</p> : <Paragraphs text={text} />}
            {index > 0 && (
              <form method="post" action={`/animation/messages/introductions/${template}`}>
                <input type="hidden" name="texte" value={text} />
                <Button variant="quiet">
                  Reprendre<span className="sr-only"> le texte du {at}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
