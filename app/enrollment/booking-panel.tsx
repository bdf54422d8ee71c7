import { LinkButton } from '#app/ui/button.tsx';
import { Panel } from '#app/ui/card.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { BookingForm, type Refused } from './booking-form.tsx';
import type { BookingPanel as Shown } from './booking-panel.server.ts';
import { MinePanel } from './mine-panel.tsx';
import type { PanelBooking } from './panel-bookings.server.ts';

interface BookingPanelProps {
  panel: Shown;
  /** What was typed and refused just now. */
  refused?: Refused;
  /** On the page of her enrolment: its children are open to change. */
  editing?: boolean;
}

/** Places left, and what the reader may do about them: one form, one button. */
export function BookingPanel({ panel, refused, editing = false }: BookingPanelProps) {
  const { sessionId, booking, status } = panel;
  return (
    <Panel>
      <div className="grid gap-5">
        <Places panel={panel} />
        {booking?.mine && <MinePanel sessionId={sessionId} mine={booking.mine} editing={editing} />}
        {booking && !booking.mine && <Deed panel={panel} booking={booking} refused={refused} />}
        {booking?.mine?.mayChange && editing && booking.withChildren !== 'NONE' && (
          <BookingForm key={sessionId} sessionId={sessionId} booking={booking} refused={refused} />
        )}
        {panel.viewer === 'visitor' && status.status === 'open' && <SignIn sessionId={sessionId} />}
        {panel.viewer === 'other' && status.status === 'open' && (
          <p className="text-soft">Seules les professionnelles inscrites à un relais réservent ici.</p>
        )}
      </div>
    </Panel>
  );
}

function Places({ panel: { figures, full, waiting, status } }: { panel: Shown }) {
  return (
    <div>
      <h2>Les places</h2>
      {status.status !== 'cancelled' && status.status !== 'started' && (
        <div className="card-figures">
          {full ? (
            <b className="font-title text-2xl text-soft">Complet</b>
          ) : (
            figures.map((figure) => <FigureNumber key={figure.label} {...figure} large />)
          )}
          {waiting !== null && <span className="text-soft">{waiting}</span>}
        </div>
      )}
      <p className="mt-2 text-soft">{status.words.replace(/ h(?= |$)/g, '\u00a0h')}</p>
    </div>
  );
}

function Deed({ panel, booking, refused }: { panel: Shown; booking: PanelBooking; refused?: Refused }) {
  const { sessionId, relais, status } = panel;
  if (status.status === 'cancelled' || status.status === 'started' || status.status === 'free') return null;
  if (booking.refusal !== null) {
    return (
      <Notice title="Vous ne pouvez pas vous inscrire">
        <p>{booking.refusal}</p>
        <ContactLinks phone={relais.phone} email={null} />
      </Notice>
    );
  }
  if (booking.reglement) {
    const back = encodeURIComponent(`/seances/${sessionId}/inscription`);
    return (
      <Notice severity="warn" title="Avant votre première inscription">
        <p>Lisez et acceptez « {booking.reglement.title} ». Vous reviendrez ici.</p>
        <p className="mt-3">
          <LinkButton to={`/mon-espace/reglements/${booking.reglement.id}?retour=${back}`}>Lire et accepter</LinkButton>
        </p>
      </Notice>
    );
  }
  return <BookingForm key={sessionId} sessionId={sessionId} booking={booking} refused={refused} />;
}

function SignIn({ sessionId }: { sessionId: string }) {
  const back = encodeURIComponent(`/seances/${sessionId}`);
  return (
    <div className="grid gap-2">
      <LinkButton to={`/connexion?retour=${back}`} wide>
        Me connecter pour m’inscrire
      </LinkButton>
      <p className="hint">Pas de mot de passe : un code par e-mail suffit.</p>
    </div>
  );
}
