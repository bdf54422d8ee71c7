import { PaperChild } from '#app/ui/chain.tsx';

const STEPS = [
  {
    tone: 'atelier',
    title: 'Choisissez une séance',
    text: 'Vous voyez les places qui restent, pour vous et pour les enfants.',
  },
  {
    tone: 'formation',
    title: 'Dites avec qui vous venez',
    text: 'Un code reçu par e-mail suffit pour vous connecter : pas de mot de passe à retenir.',
  },
  {
    tone: 'passerelle',
    title: 'Venez, ou prévenez',
    text: 'La séance entre dans votre agenda. Un empêchement ? Vous vous désistez en un clic.',
  },
] as const;

/** How one comes to a session, in three steps. */
export function FirstSteps() {
  return (
    <section aria-labelledby="comment" className="pt-10">
      <h2 id="comment">Comment ça marche</h2>
      <ol className="mt-4 grid gap-3 md:grid-cols-3">
        {STEPS.map(({ tone, title, text }) => (
          <li key={title} className="card" data-tone={tone}>
            <svg width="46" height="38" aria-hidden="true" focusable="false">
              <PaperChild fill={`var(--${tone})`} />
            </svg>
            <h3>{title}</h3>
            <p className="mt-1 text-soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
