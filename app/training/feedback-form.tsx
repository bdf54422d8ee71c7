import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { QUESTIONS, SCALE } from './feedback.ts';

interface FeedbackFormProps {
  page: { training: string; answered: boolean };
  refused: { errors: Readonly<Record<string, string>>; typed: Readonly<Record<string, string>> } | undefined;
}

/** The questionnaire after a training, and the rule it keeps; or thanks, once it is answered. */
export function FeedbackForm({ page: { training, answered }, refused }: FeedbackFormProps) {
  const errors = refused?.errors ?? {};
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  if (answered) return <Thanks training={training} />;
  return (
    <>
      <PageHeader title="Votre avis sur la formation" lead={training} chain />
      <form method="post" className="grid w-full max-w-2xl gap-6 pt-6" noValidate>
        <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
        <Notice title="Votre réponse est anonyme">
          <p>
            Elle est gardée sans votre nom et sans l’heure. Le relais ne voit les résultats qu’à partir de cinq
            réponses, mélangées. On répond une fois.
          </p>
        </Notice>
        {QUESTIONS.map(({ key, label }) => (
          <Fieldset key={key} id={key} legend={label} errors={of(key)}>
            {SCALE.map((one) => (
              <CheckboxCard
                key={one.mark}
                type="radio"
                name={key}
                value={String(one.mark)}
                label={one.label}
                defaultChecked={refused?.typed[key] === String(one.mark)}
              />
            ))}
          </Fieldset>
        ))}
        <Field
          id="mots"
          label="Avec vos mots"
          hint="N’écrivez ni nom, ni ce qui ferait reconnaître quelqu’un."
          optional
          errors={of('mots')}
        >
          {(control) => (
            <textarea {...control} name="mots" rows={4} maxLength={2000} defaultValue={refused?.typed.mots} />
          )}
        </Field>
        <Button wide>Envoyer mon avis</Button>
      </form>
    </>
  );
}

function Thanks({ training }: { training: string }) {
  return (
    <>
      <PageHeader title="Merci pour votre avis" lead={training} chain />
      <div className="grid w-full max-w-2xl gap-4 pt-6">
        <Notice severity="success" title="Vous avez répondu">
          <p>Votre réponse est gardée sans votre nom : elle ne peut plus être changée.</p>
        </Notice>
        <p>
          <a href="/mon-espace" className="btn btn--quiet">
            Mon espace
          </a>
        </p>
      </div>
    </>
  );
}
