import { Form, Link } from '@remix-run/react';
import type { CampaignPage } from '#app/training/campaigns.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** Those whom no mail reaches: one tap dials, then what she says is noted. */
export function CampaignCalls({ campaign: { toAsk, more, open, sending } }: { campaign: CampaignPage }) {
  if (toAsk.length === 0) {
    if (sending) return null;
    return <Notice severity="success" title="Personne à appeler : toutes celles qui n’ont pas d’e-mail ont répondu." />;
  }
  return (
    <section className="grid gap-3" aria-labelledby="appels">
      <h2 id="appels">
        {plural(toAsk.length, 'personne à appeler', 'personnes à appeler')}
        {more ? ' au moins' : ''}
      </h2>
      <p className="text-soft">Sans e-mail et sans réponse : le téléphone seul les atteint.</p>
      <ul className="panel grid gap-0 py-2">
        {toAsk.map(({ inviteId, personId, name, phone }) => (
          <li
            key={inviteId}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-1 basis-52">
              <b className="wrap-anywhere">{name}</b>
              {phone === null ? (
                <p className="text-soft">Sans téléphone</p>
              ) : (
                <ContactLinks phone={phone} email={null} />
              )}
            </div>
            <Link to={`/animation/professionnels/${personId}/besoins`} className="btn btn--quiet">
              Noter<span className="sr-only"> un besoin de {name}</span>
            </Link>
            {open && (
              <Form method="post" action={`/animation/besoins/invitations/${inviteId}/sans-besoin`}>
                <Button variant="quiet">
                  Pas de besoin<span className="sr-only"> : {name}</span>
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
