import { useEffect, useRef } from 'react';
import type { SeriesPage } from '#app/catalog/series-page.server.ts';
import type { PreviewDate, SeriesPreview } from '#app/catalog/series-preview.server.ts';
import { EMPTY_SLOT, type TypedSeries } from '#app/catalog/series-typed.ts';
import { hourRange, plural } from '#app/time/french.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Field, FieldError } from '#app/ui/field.tsx';
import { Info, TriangleAlert } from '#app/ui/icons.tsx';
import { SlotChoices } from './series-slots.tsx';

interface Props {
  page: SeriesPage;
  typed: TypedSeries;
  preview: SeriesPreview;
  errors: Readonly<Record<string, string>>;
}

/** The dates that the rule gives: kept ones, each removable and free to differ; skipped ones with why. */
export function SeriesDates({ page, typed, preview, errors }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) title.current?.focus();
  }, [preview, errors]);
  const given = preview.dates.filter(({ skipped }) => skipped === null);
  const skipped = preview.dates.filter((date) => date.skipped !== null);
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  return (
    <section className="grid gap-4" aria-labelledby="apercu">
      <h2 id="apercu" tabIndex={-1} ref={title}>
        {plural(preview.kept, 'date gardée', 'dates gardées')}
        {skipped.length > 0 && `, ${plural(skipped.length, 'sautée', 'sautées')}`}
      </h2>
      <FieldError id="apercu" errors={of('apercu')} />
      {typed.creneaux.map(({ de, a }, index) => (
        <span key={index} hidden>
          <input type="hidden" name={`base-de-${index}`} value={de} />
          <input type="hidden" name={`base-a-${index}`} value={a} />
        </span>
      ))}
      {preview.clashing > 0 && (
        <div className="notice" data-tone="warn">
          <TriangleAlert size={22} />
          <div className="grid gap-3">
            <p className="notice-title">
              {plural(preview.clashing, 'date n’est pas libre', 'dates ne sont pas libres')}
            </p>
            <p>Décochez-les, changez-les, ou dites pourquoi passer outre : la raison reste dans l’historique.</p>
          </div>
        </div>
      )}
      {(preview.clashing > 0 || typed.motif !== '' || errors.motif !== undefined) && (
        <Field id="motif" label="Pourquoi passer outre ?" optional errors={of('motif')}>
          {(control) => <textarea {...control} name="motif" rows={2} maxLength={500} defaultValue={typed.motif} />}
        </Field>
      )}
      {given.length > 0 && (
        <ul className="grid items-start gap-x-6 gap-y-3 md:grid-cols-2">
          {given.map((date) => (
            <DateRow key={asShown(date)} date={date} page={page} typed={typed} errors={errors} />
          ))}
        </ul>
      )}
      {skipped.length > 0 && (
        <section className="grid gap-3" aria-labelledby="sautees">
          <h3 id="sautees">Dates sautées</h3>
          <p className="text-soft">Cochez celles que vous gardez quand même.</p>
          <ul className="grid items-start gap-x-6 gap-y-3 md:grid-cols-2">
            {skipped.map((date) => (
              <DateRow key={asShown(date)} date={date} page={page} typed={typed} errors={errors} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

/** A browser keeps what a field holds: a date that changed is drawn anew, with fields of its own. */
const asShown = ({ key, from, until, kept }: PreviewDate) => `${key} ${from} ${until} ${kept}`;

interface RowProps {
  date: PreviewDate;
  page: SeriesPage;
  typed: TypedSeries;
  errors: Props['errors'];
}

function DateRow({ date, page, typed, errors }: RowProps) {
  const { key, day, from, until, kept, skipped, clashes, doubts, known, theme } = date;
  const slot = typed.lignes[key] ?? EMPTY_SLOT;
  const suffix = `:${key}`;
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  const isOpen = of(`de${suffix}`).length + of(`a${suffix}`).length > 0;
  const label = `${day}, ${hourRange(from, until)}${theme === null ? '' : ` · ${theme}`}`;
  return (
    <li className="grid gap-1">
      <input type="hidden" name="vue" value={key} />
      {skipped !== null && <input type="hidden" name="sautee" value={key} />}
      <CheckboxCard
        name="garder"
        value={key}
        label={label}
        note={known ? 'déjà dans l’activité' : skipped}
        defaultChecked={kept}
        disabled={known}
      />
      {clashes.map((words) => (
        <p key={words} className="field-error">
          <TriangleAlert size={18} />
          <span>{words}</span>
        </p>
      ))}
      {doubts.map((words) => (
        <p key={words} className="hint flex items-start gap-2">
          <Info size={18} className="flex-none" />
          <span>{words}</span>
        </p>
      ))}
      {!known && (
        <details open={isOpen}>
          <summary className="text-teal-deep inline-block min-h-11 cursor-pointer px-3 py-2 underline">
            Changer cette date<span className="sr-only"> : {label}</span>
          </summary>
          <div className="grid gap-3 px-3 pb-3 sm:grid-cols-2">
            <Field id={`de${suffix}`} label="De" errors={of(`de${suffix}`)}>
              {(control) => <input {...control} type="time" name={control.id} defaultValue={from} />}
            </Field>
            <Field id={`a${suffix}`} label="À" errors={of(`a${suffix}`)}>
              {(control) => <input {...control} type="time" name={control.id} defaultValue={until} />}
            </Field>
            <Field id={`theme${suffix}`} label="Thème">
              {(control) => (
                <input
                  {...control}
                  name={control.id}
                  maxLength={120}
                  defaultValue={slot.theme}
                  placeholder={theme ?? ''}
                />
              )}
            </Field>
            <SlotChoices suffix={suffix} slot={slot} page={page} as="les autres" />
          </div>
        </details>
      )}
    </li>
  );
}
