import { useEffect, useRef } from 'react';
import type { EditPreview } from '#app/enrollment/session-edit-page.server.ts';
import { differencesInWords, effectInWords } from '#app/enrollment/session-edit-words.ts';
import type { TypedEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { capital, plural } from '#app/time/french.ts';
import { Field } from '#app/ui/field.tsx';
import { TriangleAlert } from '#app/ui/icons.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface Props {
  preview: EditPreview;
  typed: TypedEdit;
  errors: Readonly<Record<string, string>>;
}

/** What a change would do: which sessions, whom it tells, what it clashes with. */
export function EditEffect({ preview, typed, errors }: Props) {
  const block = useRef<HTMLElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) block.current?.focus();
  }, [preview, errors]);
  const { lines, clashes, doubts, asked, refusal } = preview;
  return (
    <section ref={block} tabIndex={-1} aria-label="Ce qui va changer" className="panel grid gap-4">
      <h2>{refusal === null ? effectInWords(preview) : 'Ce n’est pas possible'}</h2>
      {refusal !== null && (
        <Notice severity="error" title="À corriger">
          <p>{refusal}</p>
        </Notice>
      )}
      {lines.length > 0 && (
        <ul className="grid gap-1">
          {lines.map(({ id, when, before, what }) => (
            <li key={id}>
              {when}
              <span className="text-soft">
                {' '}
                · {capital(differencesInWords(what))}
                {before !== null && (
                  <>
                    {' '}
                    (avant : <s>{before}</s>)
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {asked > 0 && (
        <p>
          L’horaire change : {plural(asked, 'intervenant doit', 'intervenants doivent')} confirmer à nouveau. Cochez «
          C’est déjà d’accord » si vous l’avez vu avec eux.
        </p>
      )}
      {doubts.length > 0 && (
        <Notice severity="warn" title="Disponibilité des intervenants">
          <ul>
            {doubts.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Notice>
      )}
      {clashes.length > 0 && (
        <div className="notice" data-tone="warn">
          <TriangleAlert size={22} />
          <div>
            <p className="notice-title">{plural(clashes.length, 'chevauchement', 'chevauchements')}</p>
            <ul>
              {clashes.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {(clashes.length > 0 || refusal !== null || typed.motif !== '' || errors.motif !== undefined) && (
        <Field
          id="motif"
          label="Pourquoi passer outre ?"
          hint="Un lieu ou une personne déjà pris : la raison reste dans l’historique."
          optional
          errors={errors.motif === undefined ? [] : [errors.motif]}
        >
          {(control) => <textarea {...control} name="motif" rows={2} maxLength={500} defaultValue={typed.motif} />}
        </Field>
      )}
    </section>
  );
}
