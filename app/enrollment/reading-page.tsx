import { Button, LinkButton } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Facts } from '#app/ui/facts.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { plural } from '#app/time/french.ts';
import type { Reading } from './readings.server.ts';

const WORDS: Readonly<Record<Reading['state'], { title: string; lead: string }>> = {
  open: { title: 'Avez-vous bien lu ?', lead: 'Dites-le d’un geste : le relais n’aura pas à vous appeler.' },
  read: { title: 'C’est noté, merci', lead: 'Le relais sait que vous avez lu son message.' },
  replaced: {
    title: 'Cette séance a changé à nouveau',
    lead: 'Ce lien ne sert plus : ouvrez le dernier e-mail reçu pour cette séance.',
  },
  over: { title: 'Cette séance est passée', lead: 'Ce lien ne sert plus : il n’y a rien à faire.' },
};

/** The page that a mail's link "J'ai bien lu" opens: what changed, then the button, or what has become of it. */
export function ReadingPage({ reading }: { reading: Reading }) {
  const { state, title, say, others } = reading;
  const { title: heading, lead } = WORDS[state];
  return (
    <>
      <PageHeader title={heading} lead={lead} chain />
      <div className="grid w-full max-w-2xl gap-6 pt-6">
        <section className="panel grid gap-3" aria-labelledby="seance">
          <h2 id="seance">{title}</h2>
          <Facts facts={factsOf(reading)} />
          {others > 0 && (
            <p className="text-soft">
              Le même e-mail parle aussi de {plural(others, 'autre séance', 'autres séances')} : votre réponse vaut pour
              toutes.
            </p>
          )}
        </section>
        {state === 'open' ? (
          <form method="post">
            <Button wide>{say.now === null ? 'J’ai bien lu : la séance est annulée' : 'J’ai bien lu'}</Button>
          </form>
        ) : (
          <Next reading={reading} />
        )}
      </div>
    </>
  );
}

function factsOf({ say, relais }: Reading) {
  return [
    { name: 'Changement', value: <b>{say.what}</b> },
    ...(say.was === null ? [] : [{ name: 'C’était', value: <s>{say.was}</s> }]),
    ...(say.now === null ? [] : [{ name: 'Maintenant', value: <b>{say.now}</b> }]),
    ...(say.why === null ? [] : [{ name: 'Motif', value: say.why }]),
    { name: 'Relais', value: relais.name },
  ];
}

function Next({ reading: { relais, state } }: { reading: Reading }) {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/mon-espace" plain>
          Mon espace
        </LinkButton>
        <LinkButton to="/activites" plain variant="quiet">
          Les autres séances
        </LinkButton>
      </div>
      {state === 'replaced' && (
        <div>
          <p>{relais.name}</p>
          <ContactLinks phone={relais.phone} email={relais.email} />
        </div>
      )}
    </div>
  );
}
