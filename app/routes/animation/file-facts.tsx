import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { AgrementBadge } from '#app/people/agrement-badge.tsx';
import type { ProfessionalFile } from '#app/people/professional-file.server.ts';
import { plural } from '#app/time/french.ts';
import { Button } from '#app/ui/button.tsx';
import { ContactLinks } from '#app/ui/contact-links.tsx';

type Given = { file: ProfessionalFile; base: string };

interface BlockProps {
  id: string;
  title: string;
  /** What can be done about it. */
  deed?: { to: string; label: string };
  children: ReactNode;
}

/** One part of a file: its title, its facts, its one deed. */
function Block({ id, title, deed, children }: BlockProps) {
  return (
    <section aria-labelledby={id} className="panel grid gap-3">
      <h2 id={id}>{title}</h2>
      {children}
      {deed && (
        <p>
          <Link to={deed.to} className="inline-flex min-h-11 items-center font-bold">
            {deed.label}
          </Link>
        </p>
      )}
    </section>
  );
}

/** How she is reached, and the children she named: how many, never who. */
export function FileContact({ file, base }: Given) {
  const { phone, email, children } = file;
  return (
    <Block id="joindre" title="La joindre" deed={{ to: `${base}/modification`, label: 'Modifier ses coordonnées' }}>
      {phone === null && email === null ? (
        <p>Ni téléphone ni e-mail : demandez-les-lui à sa prochaine venue.</p>
      ) : (
        <ContactLinks phone={phone} email={email} />
      )}
      {email === null && phone !== null && (
        <p className="hint">Sans e-mail : inscrivez-la et prévenez-la par téléphone.</p>
      )}
      <p className="text-soft">
        {children === 0 ? 'Aucun enfant dans sa liste.' : `${plural(children, 'enfant', 'enfants')} dans sa liste.`}
      </p>
      <p>
        <Link to={`${base}/messages`} className="inline-flex min-h-11 items-center">
          Les messages qu’elle a reçus
        </Link>
      </p>
    </Block>
  );
}

/** Her agrément of today or to come, the former ones folded. */
export function FileAgrements({ file: { agrements, kind }, base }: Given) {
  const [latest, ...former] = agrements;
  return (
    <Block
      id="agrement"
      title="Agrément"
      deed={{ to: `${base}/agrements`, label: latest ? 'Noter un nouvel agrément' : 'Noter l’agrément' }}
    >
      {latest ? (
        <div className="grid justify-items-start gap-1">
          <p className="font-bold">{latest.words}</p>
          <AgrementBadge state={latest.state} words={latest.validity} />
          <p className="text-soft">Depuis le {latest.since}</p>
          {latest.restrictions !== '' && <p>{latest.restrictions}</p>}
        </div>
      ) : (
        <p>{kind === 'ASSISTANTE_MATERNELLE' ? 'À compléter : aucun agrément noté.' : 'Aucun.'}</p>
      )}
      {former.length > 0 && (
        <details className="fold">
          <summary>{plural(former.length, 'agrément précédent', 'agréments précédents')}</summary>
          <ul className="grid gap-2">
            {former.map(({ id, words, since, validity }) => (
              <li key={id}>
                {words}, depuis le {since} <span className="text-soft">({validity})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Block>
  );
}

/** The relais she belongs to, belonged to or will. */
export function FileTies({ file: { ties }, base }: Given) {
  return (
    <Block id="relais" title="Ses relais" deed={{ to: `${base}/relais`, label: 'Changer de relais' }}>
      <ul className="grid gap-2">
        {ties.map(({ relaisId, name, home, words, is, endable }) => (
          <li key={`${relaisId} ${words}`}>
            <b>{name}</b>
            {home && is !== 'past' && ' (rattachement)'}
            <span className="block text-soft">{words}</span>
            {endable && is !== 'past' && (
              <Link to={`${base}/relais/${relaisId}/fin`} className="inline-flex min-h-11 items-center">
                Fin du suivi<span className="sr-only"> par {name}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Whether she works, since when. */
export function FileStatuses({ file: { statuses }, base }: Given) {
  return (
    <Block id="situation" title="Situation" deed={{ to: `${base}/statuts`, label: 'Changer de situation' }}>
      <ul className="grid gap-1">
        {statuses.map(({ id, words, since, is }) => (
          <li key={id} className={is === 'past' ? 'text-soft' : ''}>
            {is === 'current' ? <b>{words}</b> : words}, {is === 'coming' ? 'à partir du' : 'depuis le'} {since}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** The règlements to sign and signed; nothing when there is none. */
export function FileSignatures({ file: { signatures, firstName }, base }: Given) {
  if (signatures.length === 0) return null;
  return (
    <Block id="reglement" title="Règlement">
      <ul className="grid gap-3">
        {signatures.map(({ reglementId, title, version, accepted }) => (
          <li key={reglementId}>
            <b>{title}</b> <span className="text-soft">(version {version})</span>
            {accepted === null ? (
              <form method="post" action={`${base}/reglements/${reglementId}/papier`} className="grid gap-2 pt-1">
                <p>À signer : {firstName} ne l’a pas encore accepté.</p>
                <Button variant="quiet" className="justify-self-start">
                  Noter signé sur papier<span className="sr-only"> : {title}</span>
                </Button>
              </form>
            ) : (
              <p className="text-soft">{accepted.charAt(0).toUpperCase() + accepted.slice(1)}</p>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
