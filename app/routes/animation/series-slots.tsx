import type { SeriesPage } from '#app/catalog/series-page.server.ts';
import { EMPTY_SLOT, MOST_SLOTS, type TypedSeries, type TypedSlot } from '#app/catalog/series-typed.ts';
import { Field } from '#app/ui/field.tsx';

interface Props {
  page: SeriesPage;
  typed: TypedSeries;
  errors: Readonly<Record<string, string>>;
}

/** One slot of the day, and others to add, each with its own hours and, if need be, theme, place and animator. */
export function SeriesSlots({ page, typed, errors }: Props) {
  const slots = Array.from({ length: MOST_SLOTS }, (_, index) => typed.creneaux[index] ?? EMPTY_SLOT);
  const others = slots.slice(1);
  const isUsed =
    others.some(({ de, a }) => de !== '' || a !== '') || Object.keys(errors).some((id) => /^(de|a)-[1-9]/.test(id));
  return (
    <>
      <OneSlot index={0} slot={slots[0] ?? EMPTY_SLOT} page={page} errors={errors} />
      <details open={isUsed}>
        <summary className="field-legend min-h-11 cursor-pointer py-2">Plusieurs créneaux dans la journée</summary>
        <div className="grid gap-5 pt-2">
          {others.map((slot, index) => (
            <OneSlot key={index + 1} index={index + 1} slot={slot} page={page} errors={errors} />
          ))}
        </div>
      </details>
    </>
  );
}

function OneSlot({
  index,
  slot,
  page,
  errors,
}: {
  index: number;
  slot: TypedSlot;
  page: SeriesPage;
  errors: Props['errors'];
}) {
  const of = (name: string) => (errors[name] === undefined ? [] : [errors[name]]);
  const suffix = `-${index}`;
  return (
    <fieldset className="grid gap-3">
      <legend className="field-legend mb-2">
        {index === 0 ? 'De quelle heure à quelle heure ?' : `Créneau ${index + 1}`}
      </legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-5">
        <Field id={`de${suffix}`} label="De" errors={of(`de${suffix}`)}>
          {(control) => <input {...control} type="time" name={control.id} defaultValue={slot.de} />}
        </Field>
        <Field id={`a${suffix}`} label="À" errors={of(`a${suffix}`)}>
          {(control) => <input {...control} type="time" name={control.id} defaultValue={slot.a} />}
        </Field>
        <Field id={`theme${suffix}`} label="Thème" optional>
          {(control) => <input {...control} name={control.id} maxLength={120} defaultValue={slot.theme} />}
        </Field>
        {index > 0 && <SlotChoices suffix={suffix} slot={slot} page={page} as="la série" />}
      </div>
    </fieldset>
  );
}

interface ChoicesProps {
  suffix: string;
  slot: TypedSlot;
  page: Pick<SeriesPage, 'sites' | 'animators'>;
  /** Finishes "comme …". */
  as: string;
}

/** Another place, another animator than the rest. */
export function SlotChoices({ suffix, slot, page, as }: ChoicesProps) {
  return (
    <>
      <Field id={`lieu${suffix}`} label="Lieu">
        {(control) => (
          <select {...control} name={control.id} defaultValue={slot.lieu}>
            <option value="">comme {as}</option>
            {page.sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id={`animatrice${suffix}`} label="Qui anime">
        {(control) => (
          <select {...control} name={control.id} defaultValue={slot.animatrice}>
            <option value="">comme {as}</option>
            {page.animators.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}
