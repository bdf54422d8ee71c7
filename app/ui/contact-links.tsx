import { Mail, Phone } from '#app/ui/icons.tsx';

interface Contact {
  phone: string | null;
  email: string | null;
}

/** A number to touch, or an address to write to, each with its icon; nothing when both are unknown. */
export function ContactLinks({ phone, email }: Contact) {
  return (
    <>
      {phone !== null && (
        <a className="flex min-h-11 items-center gap-2" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
          <Phone size={18} className="flex-none" />
          {phone}
        </a>
      )}
      {email !== null && (
        <a className="flex min-h-11 items-center gap-2 wrap-anywhere" href={`mailto:${email}`}>
          <Mail size={18} className="flex-none" />
          {email}
        </a>
      )}
    </>
  );
}

/** The line "Contact" of a list of facts; none when neither number nor address is known. */
export function contactFact({ phone, email }: Contact) {
  if (phone === null && email === null) return [];
  const value = (
    <div className="-mt-2.5">
      <ContactLinks phone={phone} email={email} />
    </div>
  );
  return [{ name: 'Contact', value }];
}
