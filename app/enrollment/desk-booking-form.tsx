import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '#app/ui/button.tsx';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, Fieldset } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useHydrated } from '#app/ui/use-hydrated.ts';
import type { DeskBooking } from './desk-booking.server.ts';
import { previewForStaff, type StaffPreview } from './desk-preview.ts';
import type { TypedBooking } from './enroll.schema.server.ts';
import { withChildrenInWords } from './panel-words.ts';
import { childrenOf, PartyFields } from './party-fields.tsx';

export type DeskRefused = {
  typed: TypedBooking & { motif?: string };
  errors: readonly { field: string | null; message: string }[];
};

interface DeskBookingFormProps {
  booking: DeskBooking;
  refused?: DeskRefused;
}

/** With whom someone comes, what that gives, one button; posted to the page it stands on. */
export function DeskBookingForm({ booking, refused }: DeskBookingFormProps) {
  const { children, bands, withChildren, foresight, live } = booking;
  const [ticked, setTicked] = useState<readonly string[]>(
    () => refused?.typed.childIds ?? children.filter((child) => child.ticked).map(({ childId }) => childId),
  );
  const [counts, setCounts] = useState<Readonly<Record<number, number>>>(() =>
    Object.fromEntries(bands.map((band) => [band.fromMonths, typedCount(refused, band.fromMonths) ?? band.count])),
  );
  const party = { ticked, counts };
  const preview = previewForStaff(booking, { children: childrenOf(booking, party), declared: [] });
  const errors = refused?.errors ?? [];
  return (
    <Form method="post" className="grid gap-5" noValidate>
      <ErrorSummary
        errors={errors.map(({ field, message }) => (field === null ? { message } : { id: field, message }))}
      />
      <input type="hidden" name="personne" value={booking.personId} />
      {withChildren !== 'NONE' && (
        <PartyFields
          booking={booking}
          party={party}
          errors={errors}
          onTick={setTicked}
          onCount={setCounts}
          words={{ legend: 'Avec quels enfants ?', hint: hintOf(booking) }}
        />
      )}
      {live === null && <Wish preview={preview} booking={booking} chosen={refused?.typed.wish ?? wishOf(booking)} />}
      {live === null && <Reason preview={preview} booking={booking} refused={refused} />}
      <Outlook preview={preview} booking={booking} />
      {foresight.mine === null && booking.toSign && <p className="hint">Règlement : il sera noté « à signer ».</p>}
    </Form>
  );
}

const typedCount = (refused: DeskRefused | undefined, fromMonths: number) =>
  refused ? Math.min(Number.parseInt(refused.typed.counts[fromMonths] ?? '', 10) || 0, 30) : undefined;

/** Whom no mail reaches cannot answer an offer in time. */
const wishOf = ({ mailed }: DeskBooking) => (mailed ? 'ASK' : 'ENROLL');

function hintOf({ most, withChildren }: DeskBooking): string {
  const limit = most === null ? '' : `${most} ${most < 2 ? 'enfant' : 'enfants'} au plus.`;
  return [limit, withChildren === 'OPTIONAL' ? 'Peut aussi venir sans enfant.' : ''].filter(Boolean).join(' ');
}

interface PartProps {
  preview: StaffPreview;
  booking: DeskBooking;
}

/** Asked when she may have to wait: always without script, then only when it is so. */
function Wish({ preview, booking, chosen }: PartProps & { chosen: 'ENROLL' | 'ASK' }) {
  const hydrated = useHydrated();
  const unlimited = Object.values(booking.foresight.room).every((left) => left === null);
  if (unlimited || (hydrated && !preview.mayWait)) return <input type="hidden" name="souhait" value={chosen} />;
  return (
    <Fieldset id="souhait" legend={preview.mayWait ? 'Quand une place se libère' : 'S’il faut attendre une place'}>
      <CheckboxCard
        type="radio"
        name="souhait"
        value="ASK"
        label="Lui demander d’abord"
        note="par e-mail"
        defaultChecked={chosen === 'ASK'}
      />
      <CheckboxCard
        type="radio"
        name="souhait"
        value="ENROLL"
        label="L’inscrire d’office"
        defaultChecked={chosen === 'ENROLL'}
      />
    </Fieldset>
  );
}

/** Asked of whoever may accept beyond the agrément: always without script, then only when it is needed. */
function Reason({ preview, booking, refused }: PartProps & { refused?: DeskRefused }) {
  const hydrated = useHydrated();
  const bound = booking.foresight.person.kind === 'ASSISTANTE_MATERNELLE' && booking.withChildren !== 'NONE';
  if (!booking.mayAnswer || !bound || (hydrated && !preview.beyond)) return null;
  const errors = refused?.errors.flatMap(({ field, message }) => (field === 'motif' ? [message] : []));
  return (
    <Field
      id="motif"
      label="Motif, si l’agrément est dépassé"
      hint="Pourquoi vous l’acceptez quand même."
      errors={errors}
      optional
    >
      {(control) => <textarea {...control} name="motif" rows={2} defaultValue={refused?.typed.motif} />}
    </Field>
  );
}

function Outlook({ preview, booking }: PartProps) {
  const hydrated = useHydrated();
  const { live, name, foresight } = booking;
  const unscripted = live
    ? { title: `Elle vient ${withChildrenInWords(foresight.mine?.children ?? 0)}.`, button: 'Enregistrer' }
    : { title: 'S’il n’y a pas assez de place, elle rejoint la liste d’attente.', button: `Inscrire ${name}` };
  return (
    <>
      <div role="status">
        {hydrated ? (
          <Notice severity={preview.severity} title={preview.title}>
            {preview.text !== '' && <p>{preview.text}</p>}
          </Notice>
        ) : (
          <Notice title={unscripted.title} />
        )}
      </div>
      <Button wide disabled={hydrated && preview.blocked}>
        {hydrated ? preview.button : unscripted.button}
      </Button>
    </>
  );
}
