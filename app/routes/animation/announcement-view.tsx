import type { AnnouncementView } from '#app/enrollment/announcement-view.server.ts';
import { plural } from '#app/time/french.ts';
import { CheckboxCard } from '#app/ui/checkbox-card.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { Facts } from '#app/ui/facts.tsx';

/** Whom an announcement is for: two cards to choose from. */
export function AudienceChoice({ ownOnly }: { ownOnly: boolean }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="field-legend mb-2">À qui ?</legend>
      <CheckboxCard
        type="radio"
        name="a"
        value="toutes"
        defaultChecked={!ownOnly}
        label="À toutes celles qui peuvent s’inscrire"
      />
      <CheckboxCard
        type="radio"
        name="a"
        value="relais"
        defaultChecked={ownOnly}
        label="Seulement à celles du relais et des relais invités"
      />
    </fieldset>
  );
}

/** Those whom no mail reaches, to telephone; nothing when there are none. */
export function PeopleToCall({ people }: { people: AnnouncementView['toCall'] }) {
  if (people.length === 0) return null;
  return (
    <details className="panel fold" open={people.length <= 10}>
      <summary>
        <h2>{plural(people.length, 'personne', 'personnes')} sans e-mail, à appeler</h2>
      </summary>
      <ul className="grid gap-x-6 pt-2 sm:grid-cols-2">
        {people.map(({ name, phone }) => (
          <li key={`${name}${phone}`} className="flex min-h-11 flex-wrap items-center gap-x-3">
            {name}
            {phone === null ? (
              <span className="text-soft">sans numéro</span>
            ) : (
              <ContactLinks phone={phone} email={null} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const SHOWN = 8;

/** The mail as it would leave. */
export function MailPreview({ mail }: Pick<AnnouncementView, 'mail'>) {
  if (!mail) return <p className="text-soft">Aucun courriel ne partirait : personne ne peut s’inscrire.</p>;
  const shown = mail.sessions.slice(0, SHOWN);
  const rest = mail.sessions.length - shown.length;
  const left = mail.total === undefined ? plural(rest + mail.more, 'autre séance', 'autres séances') : `${rest} autres`;
  return (
    <section className="panel grid gap-4" aria-labelledby="courriel">
      <h2 id="courriel">Le courriel</h2>
      <p>
        Les inscriptions ouvrent : <b>{mail.what}</b>
      </p>
      {shown.map(({ sessionId, title, when, place, opening }) => (
        <Facts
          key={sessionId}
          facts={[
            { name: mail.total === undefined ? 'Séance' : 'Activité', value: title },
            { name: 'Quand', value: when },
            { name: 'Où', value: place },
            { name: 'Inscriptions', value: opening },
          ]}
        />
      ))}
      {rest + mail.more > 0 && <p className="text-soft">Et {left}.</p>}
      <p className="text-soft">Chacune reçoit seulement ce où elle peut s’inscrire.</p>
    </section>
  );
}
