import { Mail, Phone } from '#app/ui/icons.tsx';

/** A number to touch, or an address to write to, each with its icon; nothing when both are unknown. */
export function ContactLinks({ phone, email }: { phone: string | null; email: string | null }) {
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
