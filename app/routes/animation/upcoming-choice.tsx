import type { UpcomingPlace } from '#app/enrollment/upcoming-places.server.ts';
import { plural } from '#app/time/french.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { Fieldset } from '#app/ui/field.tsx';
import { placeWords } from './file-sessions.tsx';
import type { Refused } from './form-fields.tsx';

interface UpcomingChoiceProps {
  upcoming: readonly UpcomingPlace[];
  legend: string;
  refused: Refused | undefined;
}

/** What becomes of her coming places: nothing is done silently, so she who changes the file says it. */
export function UpcomingChoice({ upcoming, legend, refused }: UpcomingChoiceProps) {
  if (upcoming.length === 0) return null;
  const mine = upcoming.filter((place) => place.mine);
  const error = refused?.errors.avenir;
  const checked = refused?.typed.avenir;
  return (
    <Fieldset
      id="avenir"
      legend={legend}
      errors={error === undefined ? [] : [error]}
      hint="Groupes d’analyse de pratiques non compris : leur animatrice s’en occupe."
    >
      <details className="fold" open={upcoming.length <= 4}>
        <summary>{plural(upcoming.length, 'inscription à venir', 'inscriptions à venir')}</summary>
        <ul className="grid gap-2">
          {upcoming.map((place) => (
            <li key={place.id}>
              <b>{place.title}</b>, {place.when}
              <span className="block text-soft">
                {place.relais} · {placeWords(place)}
                {!place.mine && ' · reste : c’est une séance d’un autre relais, prévenez-le'}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <CheckboxCard
        type="radio"
        name="avenir"
        value="garder"
        label="Les garder"
        defaultChecked={checked === 'garder'}
      />
      <CheckboxCard
        type="radio"
        name="avenir"
        value="retirer"
        label={mine.length === upcoming.length ? 'Les retirer' : `En retirer ${mine.length}`}
        note="elle reçoit un e-mail pour chacune"
        disabled={mine.length === 0}
        defaultChecked={checked === 'retirer'}
      />
    </Fieldset>
  );
}
