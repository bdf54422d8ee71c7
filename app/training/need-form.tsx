import { capital } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { SUITS, URGENCIES } from './need-words.ts';

type Typed = Partial<Record<'theme' | 'mots' | 'pourquoi' | 'quand' | 'source', string>> & {
  convient?: readonly string[];
};

interface NeedFormProps {
  themes: readonly { id: string; title: string; hours: number | null }[];
  /** What was typed and what is wrong with it; none at first. */
  refused: { errors: Readonly<Record<string, string>>; typed: Typed } | undefined;
  /** Staff writes it down for someone: where did she say so? */
  noted?: boolean;
}

/** What one wishes to learn, why, what suits, for when. */
export function NeedForm({ themes, refused, noted = false }: NeedFormProps) {
  const errors = refused?.errors ?? {};
  const typed = refused?.typed ?? {};
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <form method="post" className="panel grid gap-5" noValidate aria-labelledby="dire">
      <h2 id="dire">{noted ? 'Noter un besoin' : 'Dire un besoin'}</h2>
      <ErrorSummary errors={Object.entries(errors).map(([id, message]) => ({ id, message }))} />
      <Field id="theme" label="Thème" errors={of('theme')}>
        {(control) => (
          <select {...control} name="theme" defaultValue={typed.theme ?? ''}>
            <option value="">Autre, ou je ne sais pas encore</option>
            {themes.map(({ id, title, hours }) => (
              <option key={id} value={id}>
                {hours === null ? title : `${title} (${String(hours).replace('.', ',')} h)`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="mots" label="Avec vos mots" hint="Par exemple : accompagner les pleurs." optional errors={of('mots')}>
        {(control) => <input {...control} type="text" name="mots" maxLength={500} defaultValue={typed.mots} />}
      </Field>
      <Field
        id="pourquoi"
        label="Pourquoi"
        hint="N’écrivez rien sur la santé, ni sur un enfant que l’on pourrait reconnaître."
        optional
        errors={of('pourquoi')}
      >
        {(control) => <textarea {...control} name="pourquoi" rows={3} maxLength={500} defaultValue={typed.pourquoi} />}
      </Field>
      <Fieldset id="convient" legend="Ce qui vous convient" errors={of('convient')}>
        {SUITS.map(({ slug, label }) => (
          <CheckboxCard
            key={slug}
            name="convient"
            value={slug}
            label={capital(label)}
            defaultChecked={typed.convient?.includes(slug) ?? false}
          />
        ))}
      </Fieldset>
      <Fieldset id="quand" legend="Pour quand" errors={of('quand')}>
        {URGENCIES.map(({ slug, label }) => (
          <CheckboxCard
            key={slug}
            type="radio"
            name="quand"
            value={slug}
            label={label}
            defaultChecked={(typed.quand || 'un-jour') === slug}
          />
        ))}
      </Fieldset>
      {noted && (
        <Fieldset id="source" legend="Elle l’a dit" errors={of('source')}>
          <CheckboxCard
            type="radio"
            name="source"
            value="telephone"
            label="Au téléphone"
            defaultChecked={(typed.source || 'telephone') === 'telephone'}
          />
          <CheckboxCard
            type="radio"
            name="source"
            value="entretien"
            label="En entretien"
            defaultChecked={typed.source === 'entretien'}
          />
        </Fieldset>
      )}
      <Button wide>Enregistrer ce besoin</Button>
    </form>
  );
}
