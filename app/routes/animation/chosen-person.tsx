import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { DeskBooking } from '#app/enrollment/desk-booking.server.ts';
import { DeskBookingForm, type DeskRefused } from '#app/enrollment/desk-booking-form.tsx';
import type { DeskHead } from '#app/enrollment/desk-head.ts';
import { LinkButton } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Notice } from '#app/ui/notice.tsx';

interface ChosenPersonProps {
  head: DeskHead;
  booking: DeskBooking;
  refused?: DeskRefused;
}

/** The person found, and how she is enrolled. */
export function ChosenPerson({ head, booking, refused }: ChosenPersonProps) {
  const { name, profile, phone, personId } = booking;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [personId]);
  const search = `/animation/seances/${head.sessionId}/inscriptions`;
  return (
    <section className="panel grid gap-5" aria-labelledby="personne">
      <div className="flex flex-wrap items-start justify-between gap-x-4">
        <div>
          <h2 id="personne" tabIndex={-1} ref={title} className="mb-1.5">
            {name}
          </h2>
          <p className="text-soft">{profile}</p>
          <ContactLinks phone={phone} email={null} />
        </div>
        <Link to={search} className="inline-flex min-h-11 items-center">
          Chercher quelqu’un d’autre
        </Link>
      </div>
      <Body booking={booking} refused={refused} />
    </section>
  );
}

function Body({ booking, refused }: Omit<ChosenPersonProps, 'head'>) {
  const { live, refusal, personId } = booking;
  if (live !== null) {
    return (
      <Notice title={live.state === 'WAITING' ? 'Elle est déjà sur la liste d’attente.' : 'Elle est déjà inscrite.'}>
        <p className="mt-3 flex flex-wrap gap-3">
          <LinkButton to={`/animation/inscriptions/${live.id}/enfants`} variant="quiet">
            Changer les enfants
          </LinkButton>
          <LinkButton to={`/animation/inscriptions/${live.id}/desistement`} variant="danger">
            Désister
          </LinkButton>
        </p>
      </Notice>
    );
  }
  if (refusal !== null) {
    return (
      <Notice severity="warn" title="Impossible de l’inscrire">
        <p>{refusal}</p>
      </Notice>
    );
  }
  return <DeskBookingForm key={personId} booking={booking} refused={refused} />;
}
