import { ContactLinks } from '#app/ui/contact-links.tsx';
import { LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CohortCall } from './cohort-call.server.ts';

interface CallProps {
  activityId: string;
  /** null: the relais has not opened its group yet. */
  call: CohortCall | null;
  relais: { phone: string | null; email: string | null };
}

const STANDING: Readonly<Record<NonNullable<CohortCall['mine']>, string>> = {
  APPLIED: 'Votre candidature attend la réponse du relais.',
  WAITING: 'Vous êtes sur la liste d’attente de ce groupe.',
  MEMBER: 'Vous êtes dans ce groupe.',
};

/** A group of analysis that looks for members: neither dates nor place (rule 8); how to ask for a place. */
export function Call({ activityId, call, relais }: CallProps) {
  const opens = call !== null && call.mine === null && call.refusal === null;
  return (
    <Notice title="Ce groupe cherche des participantes">
      <p>
        Le relais compose le groupe, qui se retrouve au même rythme avec la même personne pour l’animer. Ce qui s’y dit
        reste dans le groupe : les dates et le lieu ne sont donnés qu’à celles qui y participent.
      </p>
      {call && call.rules.length > 0 && (
        <ul className="mt-3 grid gap-1">
          {call.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      {opens && (
        <p className="mt-4">
          <LinkButton to={`/activites/${activityId}/candidature`}>Poser ma candidature</LinkButton>
        </p>
      )}
      {call !== null && call.mine !== null && (
        <p className="mt-4 grid gap-2">
          <b>{STANDING[call.mine]}</b>
          <LinkButton to="/mon-espace/groupes" variant="quiet">
            Voir mes groupes
          </LinkButton>
        </p>
      )}
      {call !== null && call.refusal !== null && <p className="mt-4 font-bold">{call.refusal}</p>}
      <p className="mt-3">
        {opens ? 'Une question ? Le relais vous répond :' : 'Pour en savoir plus, parlez-en au relais :'}
      </p>
      <ContactLinks phone={relais.phone} email={relais.email} />
    </Notice>
  );
}
