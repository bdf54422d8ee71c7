import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stepper } from '#app/ui/stepper.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import type { TypedBooking } from './enroll.schema.server.ts';
import type { PanelBooking } from './panel-bookings.server.ts';
import { withChildrenInWords } from './panel-words.ts';
import { previewParty, type Preview } from './party-preview.ts';

export type Refused = { typed: TypedBooking; errors: { field: string | null; message: string }[] };

interface BookingFormProps {
  sessionId: string;
  booking: PanelBooking;
  refused?: Refused;
}

/** With whom she comes, what that gives, one button. Without script the server tells what it gave. */
export function BookingForm({ sessionId, booking, refused }: BookingFormProps) {
  const { children, bands, mine, foresight, withChildren, conditions } = booking;
  const [ticked, setTicked] = useState<readonly string[]>(
    () => refused?.typed.childIds ?? children.filter((child) => child.ticked).map(({ childId }) => childId),
  );
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>(() =>
    Object.fromEntries(bands.map((band) => [band.fromMonths, typedCount(refused, band.fromMonths) ?? band.count])),
  );
  const preview = previewParty(foresight, { children: asked(booking, ticked, counts), declared: [] });
  const errors = refused?.errors ?? [];
  const of = (field: string) => errors.flatMap((error) => (error.field === field ? [error.message] : []));
  const childErrors = errors.flatMap(({ field, message }) => (/^(enfants|bande-)/.test(field ?? '') ? [message] : []));
  return (
    <Form method="post" action={`/seances/${sessionId}/inscription`} className="grid gap-5" noValidate>
      <ErrorSummary
        errors={errors.map(({ field, message }) => (field === null ? { message } : { id: field, message }))}
      />
      {mine && <input type="hidden" name="inscription" value={mine.enrollmentId} />}
      {withChildren !== 'NONE' && (
        <Fieldset id="enfants" legend="Avec qui venez-vous ?" hint={hintOf(booking)} errors={childErrors}>
          {children.map(({ childId, label, age }) => (
            <CheckboxCard
              key={childId}
              name="enfant"
              value={childId}
              label={label}
              note={age}
              checked={ticked.includes(childId)}
              onChange={({ target }) =>
                setTicked(target.checked ? [...ticked, childId] : ticked.filter((id) => id !== childId))
              }
            />
          ))}
          {bands.map(({ fromMonths, words }) => (
            <Stepper
              key={fromMonths}
              id={`bande-${fromMonths}`}
              name={`bande-${fromMonths}`}
              label={`${children.length > 0 ? 'Autre enfant' : 'Enfant'}, ${words}`}
              noun={`enfant, ${words}`}
              defaultValue={counts[fromMonths] ?? 0}
              max={30}
              invalid={of(`bande-${fromMonths}`).length > 0}
              onChange={(count) => setCounts({ ...counts, [fromMonths]: count })}
            />
          ))}
        </Fieldset>
      )}
      {conditions.length > 0 && (
        <Fieldset id="conditions" legend="Je confirme" errors={of('conditions')}>
          {conditions.map(({ code, words }) => (
            <CheckboxCard
              key={code}
              name="condition"
              value={code}
              label={words}
              defaultChecked={refused?.typed.declared.includes(code)}
            />
          ))}
        </Fieldset>
      )}
      {!mine && <Wish preview={preview} booking={booking} chosen={refused?.typed.wish ?? 'ASK'} />}
      <Outlook preview={preview} booking={booking} />
    </Form>
  );
}

const typedCount = (refused: Refused | undefined, fromMonths: number) =>
  refused ? Number.parseInt(refused.typed.counts[fromMonths] ?? '', 10) || 0 : undefined;

function asked({ children, bands }: PanelBooking, ticked: readonly string[], counts: Readonly<Record<number, number>>) {
  const others = bands.flatMap(({ fromMonths, untilMonths }) =>
    Array.from({ length: counts[fromMonths] ?? 0 }, () => ({
      childId: null,
      own: false,
      ageMonths: null,
      fromMonths,
      untilMonths,
    })),
  );
  return [...children.filter(({ childId }) => ticked.includes(childId)), ...others];
}

function hintOf({ most, withChildren, children }: PanelBooking): string {
  const parts = [
    most === null ? '' : `${most} enfants au plus.`,
    withChildren === 'OPTIONAL' ? 'Vous pouvez aussi venir sans enfant.' : '',
    children.length === 0 ? 'Donnez un prénom aux enfants dans « Mon espace » : vous n’aurez qu’à cocher.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Asked when she may have to wait: always without script, then only when it is so. */
function Wish({ preview, booking, chosen }: { preview: Preview; booking: PanelBooking; chosen: 'ENROLL' | 'ASK' }) {
  const hydrated = useHydrated();
  const { room } = booking.foresight;
  const unlimited = Object.values(room).every((left) => left === null);
  if (unlimited || (hydrated && !preview.mayWait)) return <input type="hidden" name="souhait" value={chosen} />;
  return (
    <Fieldset id="souhait" legend={preview.mayWait ? 'Quand une place se libère' : 'S’il faut attendre une place'}>
      <CheckboxCard
        type="radio"
        name="souhait"
        value="ASK"
        label="Demandez-moi d’abord"
        note="par e-mail"
        defaultChecked={chosen === 'ASK'}
      />
      <CheckboxCard
        type="radio"
        name="souhait"
        value="ENROLL"
        label="Inscrivez-moi d’office"
        defaultChecked={chosen === 'ENROLL'}
      />
    </Fieldset>
  );
}

function Outlook({ preview, booking: { mine, overlap } }: { preview: Preview; booking: PanelBooking }) {
  const hydrated = useHydrated();
  const { severity, title, text, button, blocked } = preview;
  return (
    <>
      <div role="status">
        {hydrated ? (
          <Notice severity={severity} title={title}>
            {text !== '' && <p>{text}</p>}
            {overlap !== null && <p>Vous êtes inscrite au même moment à « {overlap} ».</p>}
          </Notice>
        ) : (
          <Notice title={mine ? `Vous venez ${withChildrenInWords(mine.children)}.` : 'Une réponse tout de suite'}>
            <p>{mine ? KEPT : ANSWERED}</p>
          </Notice>
        )}
      </div>
      <div className="grid gap-2">
        <Button wide disabled={hydrated && blocked}>
          {hydrated ? button : mine ? 'Enregistrer' : 'M’inscrire'}
        </Button>
        {!mine && <p className="hint">Vous pourrez vous désister en un clic, jusqu’au début de la séance.</p>}
      </div>
    </>
  );
}

const ANSWERED =
  'S’il y a de la place, vous êtes inscrite. Sinon, vous rejoignez la liste d’attente et voyez votre rang.';
const KEPT =
  'Venir avec moins d’enfants est toujours possible. Avec plus, s’il n’y a pas assez de place, rien ne change.';
