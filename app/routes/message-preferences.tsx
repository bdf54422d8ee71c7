import { summaryOf } from '#app/auth/form-errors.ts';
import type { KindChoice, MyMessages } from '#app/people/my-messages.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { errorId, Field, FieldError, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface MessagesFormProps {
  mine: MyMessages;
  refused?: { errors: Readonly<Record<string, string>>; typed: { canaux: string[]; rappels: number[] } };
}

const REMINDERS = [
  { days: 7, label: 'Une semaine avant' },
  { days: 3, label: 'Trois jours avant' },
  { days: 2, label: 'Deux jours avant' },
  { days: 1, label: 'La veille' },
];

/** Channels by kind, reminders, quiet hours: one form. */
export function MessagesForm({ mine, refused }: MessagesFormProps) {
  const errors = refused?.errors ?? {};
  const remindDays = refused?.typed.rappels ?? mine.remindDays;
  return (
    <form method="post" className="grid gap-6" noValidate>
      <ErrorSummary errors={summaryOf(errors)} />
      <section className="panel grid gap-5" aria-labelledby="canaux">
        <h2 id="canaux">Ce que vous recevez</h2>
        {mine.channels.length === 0 && (
          <Notice severity="warn" title="Rien ne peut vous joindre">
            <p>Donnez une adresse e-mail à votre relais : en attendant, il vous téléphone.</p>
          </Notice>
        )}
        {mine.kinds
          .filter(({ boxes }) => boxes.length > 0)
          .map((choice) => (
            <Kind key={choice.kind} choice={choice} error={errors[choice.kind]} typed={refused?.typed.canaux} />
          ))}
        {mine.lacksMobile && (
          <p className="hint">
            Pour recevoir des SMS, donnez un numéro de portable dans{' '}
            <a href="/mon-espace/coordonnees">vos coordonnées</a>.
          </p>
        )}
        <p className="hint">Les codes de connexion arrivent toujours par e-mail.</p>
      </section>
      <section className="panel grid gap-4" aria-labelledby="rappels-titre">
        <h2 id="rappels-titre">Vos rappels</h2>
        <Fieldset
          id="rappels"
          legend="Avant chaque séance, à 18 h"
          hint="Ne cochez rien pour n’en recevoir aucun."
          errors={errors.rappels === undefined ? [] : [errors.rappels]}
        >
          <div className="grid gap-2 sm:grid-cols-2">
            {REMINDERS.map(({ days, label }) => (
              <CheckboxCard
                key={days}
                name="rappels"
                value={days}
                label={label}
                defaultChecked={remindDays.includes(days)}
              />
            ))}
          </div>
        </Fieldset>
      </section>
      <section className="panel grid gap-4" aria-labelledby="calme">
        <h2 id="calme">Vos heures calmes</h2>
        <p className="text-soft">
          Ni SMS ni notification entre ces heures : ils attendent. Les e-mails partent toujours aussitôt. La même heure
          deux fois : jamais de pause.
        </p>
        <div className="grid grid-cols-2 gap-4">
          <Hour id="calme-de" label="De" value={mine.quiet.from} error={errors['calme-de']} />
          <Hour id="calme-a" label="À" value={mine.quiet.until} error={errors['calme-a']} />
        </div>
      </section>
      <Button wide>Enregistrer</Button>
    </form>
  );
}

interface KindProps {
  choice: KindChoice;
  error: string | undefined;
  typed: readonly string[] | undefined;
}

function Kind({ choice, error, typed }: KindProps) {
  const [only, ...others] = choice.boxes;
  if (only && others.length === 0) return <OneBox box={only} choice={choice} error={error} typed={typed} />;
  const { kind, label, hint, essential, boxes } = choice;
  return (
    <Fieldset
      id={kind}
      legend={label}
      hint={essential ? `${hint} Au moins un moyen reste coché.` : hint}
      errors={error === undefined ? [] : [error]}
    >
      <div className="grid gap-2 sm:grid-cols-3">
        {boxes.map(({ name, label: channel, wanted }) => (
          <CheckboxCard
            key={name}
            name="canaux"
            value={name}
            label={channel}
            defaultChecked={typed?.includes(name) ?? wanted}
          />
        ))}
      </div>
    </Fieldset>
  );
}

/** A kind that only one channel can bring: one card says it all. */
function OneBox({
  box,
  choice: { kind, label, hint },
  error,
  typed,
}: KindProps & { box: KindChoice['boxes'][number] }) {
  return (
    <div className="grid gap-2">
      <FieldError id={kind} errors={error === undefined ? [] : [error]} />
      <CheckboxCard
        id={kind}
        name="canaux"
        value={box.name}
        label={
          <>
            <b>{label}</b>
            <span className="hint block">{hint}</span>
          </>
        }
        note={<span className="whitespace-nowrap">{box.label}</span>}
        defaultChecked={typed?.includes(box.name) ?? box.wanted}
        {...(error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': errorId(kind) })}
      />
    </div>
  );
}

function Hour({ id, label, value, error }: { id: string; label: string; value: number; error: string | undefined }) {
  return (
    <Field id={id} label={label} errors={error === undefined ? [] : [error]}>
      {(control) => (
        <select {...control} name={id} defaultValue={value}>
          {Array.from({ length: 24 }, (_, hour) => (
            <option key={hour} value={hour}>
              {hour} h
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
