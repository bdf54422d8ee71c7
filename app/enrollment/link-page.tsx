import type { ReactNode } from 'react';
import { Moment } from '#app/catalog/moment.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import type { LinkedEnrollment } from './linked-enrollments.server.ts';
import { linkWords, type LinkDeed } from './link-words.ts';

interface LinkPageProps {
  linked: LinkedEnrollment;
  deed: LinkDeed;
  /** The title while there is something to do. */
  title: string;
  /** Why the deed was refused, and the enrolment stays as it was. */
  refusal?: string | undefined;
  children: ReactNode;
}

/** The page that a mail's link opens: what it is about, then `children` do it, or what has become of it. */
export function LinkPage({ linked, deed, title, refusal, children }: LinkPageProps) {
  const words = linked.state === 'open' ? null : linkWords(deed, linked.state);
  return (
    <>
      <PageHeader title={words?.title ?? title} lead={words?.text} chain />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        {refusal !== undefined && (
          <Notice severity="error" title="Ce n’est pas possible" role="alert">
            <p>{refusal}</p>
          </Notice>
        )}
        <section className="panel grid gap-3" aria-labelledby="seance">
          <h2 id="seance">{linked.title}</h2>
          <Facts facts={factsOf(linked)} />
        </section>
        {words === null ? children : <Next linked={linked} done={words.done} />}
      </div>
    </>
  );
}

function factsOf({ when, place, relais, party, deadline }: LinkedEnrollment): { name: string; value: ReactNode }[] {
  return [
    { name: 'Quand', value: <Moment words={when} /> },
    { name: 'Où', value: place },
    { name: 'Relais', value: relais.name },
    { name: 'Qui', value: party },
    ...(deadline === null ? [] : [{ name: 'Réponse avant', value: <Deadline words={deadline} /> }]),
  ];
}

const Deadline = ({ words }: { words: string }) => (
  <b>
    <Moment words={words} />
  </b>
);

function Next({ linked: { relais, sessionId, state }, done }: { linked: LinkedEnrollment; done: boolean }) {
  const again = !done && (state === 'expired' || state === 'declined' || state === 'withdrawn');
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <LinkButton to={again ? `/seances/${sessionId}` : '/mon-espace'} plain>
          {again ? 'Voir la séance' : 'Mon espace'}
        </LinkButton>
        <LinkButton to="/activites" plain variant="quiet">
          Les autres séances
        </LinkButton>
      </div>
      {!done && (
        <div>
          <p>{relais.name}</p>
          <ContactLinks phone={relais.phone} email={relais.email} />
        </div>
      )}
    </div>
  );
}
