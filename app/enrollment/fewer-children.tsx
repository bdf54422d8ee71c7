import { plural } from '#app/time/french.ts';
import { Field } from '#app/ui/field.tsx';

interface FewerChildrenProps {
  id: string;
  count: number;
  fewest: number;
}

/** Comes with all her children, or fewer; nothing to choose when there is no other number. */
export function FewerChildren({ id, count, fewest }: FewerChildrenProps) {
  if (fewest >= count) return null;
  const numbers = Array.from({ length: count - fewest + 1 }, (_, index) => count - index);
  return (
    <Field
      id={id}
      label="Avec combien d’enfants venez-vous ?"
      hint={`Vous en aviez demandé ${count} : moins est possible.`}
    >
      {(control) => (
        <select {...control} name="enfants" defaultValue={count}>
          {numbers.map((number) => (
            <option key={number} value={number}>
              {number === 0 ? 'Sans enfant' : plural(number, 'enfant', 'enfants')}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
