import { Link } from '@remix-run/react';
import type { DeadAddress } from '#app/people/dead-addresses.server.ts';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Her e-mail address no longer answers: telephone her, then correct it. */
export function DeadAddressNotice({ dead: { personId, email, phone, since } }: { dead: DeadAddress }) {
  return (
    <Notice severity="warn" title="Son adresse e-mail ne répond plus">
      <p className="wrap-anywhere">
        {email} : dernier envoi refusé, {since.charAt(0).toLowerCase() + since.slice(1)}. Téléphonez-lui pour la
        prévenir et corriger son adresse.
      </p>
      <ContactLinks phone={phone} email={null} />
      <Link to={`/animation/professionnels/${personId}/modification`} className="inline-flex min-h-11 items-center">
        Corriger son adresse
      </Link>
    </Notice>
  );
}
