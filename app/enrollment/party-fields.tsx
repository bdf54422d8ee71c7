import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { Stepper } from '#app/ui/stepper.tsx';
import type { PanelBooking } from './panel-bookings.server.ts';

/** Labels ticked, and others counted by the lower bound of their band. */
export type ChosenParty = { ticked: readonly string[]; counts: Readonly<Record<number, number>> };

export type PartyChoice = Pick<PanelBooking, 'children' | 'bands' | 'most' | 'withChildren'>;

interface PartyFieldsProps {
  booking: PartyChoice;
  party: ChosenParty;
  errors: readonly { field: string | null; message: string }[];
  onTick: (ticked: readonly string[]) => void;
  onCount: (counts: Readonly<Record<number, number>>) => void;
  /** On her behalf, the team reads other words. */
  words?: { legend: string; hint: string };
}

/** Her children to tick, others to count by age band. */
export function PartyFields({ booking, party: { ticked, counts }, errors, onTick, onCount, words }: PartyFieldsProps) {
  const { children, bands } = booking;
  const own = errors.filter(({ field }) => /^(enfants|bande-)/.test(field ?? ''));
  return (
    <Fieldset
      id="enfants"
      legend={words?.legend ?? 'Avec qui venez-vous ?'}
      hint={words?.hint ?? hintOf(booking)}
      errors={own.map(({ message }) => message)}
    >
      {children.map(({ childId, label, age }) => (
        <CheckboxCard
          key={childId}
          name="enfant"
          value={childId}
          label={label}
          note={age}
          checked={ticked.includes(childId)}
          onChange={({ target }) =>
            onTick(target.checked ? [...ticked, childId] : ticked.filter((id) => id !== childId))
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
          invalid={own.some(({ field }) => field === `bande-${fromMonths}`)}
          onChange={(count) => onCount({ ...counts, [fromMonths]: count })}
        />
      ))}
    </Fieldset>
  );
}

/** The party chosen, as admission weighs it. */
export function childrenOf({ children, bands }: PartyChoice, { ticked, counts }: ChosenParty) {
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

function hintOf({ most, withChildren, children }: PartyChoice): string {
  const parts = [
    most === null ? '' : `${most} ${most < 2 ? 'enfant' : 'enfants'} au plus.`,
    withChildren === 'OPTIONAL' ? 'Vous pouvez aussi venir sans enfant.' : '',
    children.length === 0 ? 'Donnez un prénom aux enfants dans « Mon espace » : vous n’aurez qu’à cocher.' : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
