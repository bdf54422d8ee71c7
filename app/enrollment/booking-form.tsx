import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import type { TypedBooking } from './enroll.schema.server.ts';
import type { PanelBooking } from './panel-bookings.server.ts';
import { withChildrenInWords } from './panel-words.ts';
import { childrenOf, PartyFields } from './party-fields.tsx';
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
  const preview = previewParty(foresight, { children: childrenOf(booking, { ticked, counts }), declared: [] });
  const errors = refused?.errors ?? [];
  return (
    <Form method="post" action={`/seances/${sessionId}/inscription`} className="grid gap-5" noValidate>
      <ErrorSummary
        errors={errors.map(({ field, message }) => (field === null ? { message } : { id: field, message }))}
      />
      {mine && <input type="hidden" name="inscription" value={mine.enrollmentId} />}
      {withChildren !== 'NONE' && (
        <PartyFields
          booking={booking}
          party={{ ticked, counts }}
          errors={errors}
          onTick={setTicked}
          onCount={setCounts}
        />
      )}
      {conditions.length > 0 && (
        <Conditions conditions={conditions} declared={refused?.typed.declared ?? []} errors={errors} />
      )}
      {!mine && <Wish preview={preview} booking={booking} chosen={refused?.typed.wish ?? 'ASK'} />}
      <Outlook preview={preview} booking={booking} />
    </Form>
  );
}

const typedCount = (refused: Refused | undefined, fromMonths: number) =>
  refused ? Math.min(Number.parseInt(refused.typed.counts[fromMonths] ?? '', 10) || 0, 30) : undefined;

interface ConditionsProps {
  conditions: PanelBooking['conditions'];
  declared: readonly string[];
  errors: Refused['errors'];
}

function Conditions({ conditions, declared, errors }: ConditionsProps) {
  const own = errors.flatMap(({ field, message }) => (field === 'conditions' ? [message] : []));
  return (
    <Fieldset id="conditions" legend="Je confirme" errors={own}>
      {conditions.map(({ code, words }) => (
        <CheckboxCard key={code} name="condition" value={code} label={words} defaultChecked={declared.includes(code)} />
      ))}
    </Fieldset>
  );
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

function Outlook({ preview, booking }: { preview: Preview; booking: PanelBooking }) {
  const hydrated = useHydrated();
  const { mine, overlap } = booking;
  const unscripted = withoutScript(booking, preview.mayWait);
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
          <Notice title={unscripted.title}>
            <p>{unscripted.text}</p>
          </Notice>
        )}
      </div>
      <div className="grid gap-2">
        <Button wide disabled={hydrated && blocked}>
          {hydrated ? button : unscripted.button}
        </Button>
        {!mine && <p className="hint">Vous pourrez vous désister en un clic, jusqu’au début de la séance.</p>}
      </div>
    </>
  );
}

/** The same in general, for a browser that computes nothing. */
function withoutScript({ mine, foresight }: PanelBooking, full: boolean) {
  if (mine) return { title: `Vous venez ${withChildrenInWords(mine.children)}.`, text: KEPT, button: 'Enregistrer' };
  if (full) return { title: 'C’est complet.', text: QUEUED, button: 'Rejoindre la liste d’attente' };
  const onRequest = foresight.meeting.rules.mode === 'ON_REQUEST';
  if (onRequest) return { title: 'Le relais vous répondra.', text: ASKED, button: 'Demander une place' };
  return { title: 'Une réponse tout de suite', text: ANSWERED, button: 'M’inscrire' };
}

const ASKED = 'Votre demande garde les places jusqu’à sa réponse.';
const QUEUED = 'Vous rejoignez la liste d’attente et voyez votre rang.';
const ANSWERED =
  'S’il y a de la place, vous êtes inscrite. Sinon, vous rejoignez la liste d’attente et voyez votre rang.';
const KEPT =
  'Venir avec moins d’enfants est toujours possible. Avec plus, s’il n’y a pas assez de place, rien ne change.';
