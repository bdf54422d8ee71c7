import { ContactLinks } from '#app/ui/contact-links.tsx';

interface ToCallProps {
  title: string;
  people: readonly { personId: string; name: string; phone: string | null }[];
}

/** Those whom no mail reaches, a tap away; nothing when there are none. */
export function ToCall({ title, people }: ToCallProps) {
  if (people.length === 0) return null;
  return (
    <section aria-label={title}>
      <p className="font-bold">{title}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {people.map(({ personId, name, phone }) => (
          <li key={personId} className="flex flex-wrap items-center gap-x-3">
            <span>{name}</span>
            {phone === null ? (
              <span className="text-soft">sans numéro</span>
            ) : (
              <ContactLinks phone={phone} email={null} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
