import { CheckboxCard } from '#app/ui/checkbox-card.tsx';

interface PeopleChoiceProps {
  name: string;
  people: readonly { id: string; name: string }[];
  chosen: readonly string[];
}

/** Who leads or speaks: one line to tick a person. */
export function PeopleChoice({ name, people, chosen }: PeopleChoiceProps) {
  return (
    <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {people.map((person) => (
        <CheckboxCard
          key={person.id}
          name={name}
          value={person.id}
          label={person.name}
          defaultChecked={chosen.includes(person.id)}
        />
      ))}
    </div>
  );
}
