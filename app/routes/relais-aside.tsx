import { Link } from '@remix-run/react';
import { subscribeAddresses } from '#app/feeds/subscribe-addresses.ts';
import type { RelaisPage } from '#app/people/relais-pages.server.ts';
import { ContactLinks } from '#app/ui/contact-links.tsx';
import { MapPin } from '#app/ui/icons.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';

/** What stands beside a relais's programme: how to reach it, whom it serves, where, under which règlement. */
export function RelaisAside({ relais, appUrl }: { relais: RelaisPage; appUrl: string }) {
  return (
    <aside aria-label="Le relais" className="grid content-start gap-6">
      <Contact relais={relais} />
      <Communes communes={relais.communes} />
      <Places sites={relais.sites} appUrl={appUrl} />
      {relais.reglements.length > 0 && <Reglements reglements={relais.reglements} />}
    </aside>
  );
}

function Contact({ relais: { slug, address, phone, email, contacts } }: { relais: RelaisPage }) {
  return (
    <section aria-labelledby="contact" className="panel">
      <h2 id="contact">Nous joindre</h2>
      {address !== '' && <p className="mt-2 whitespace-pre-line">{address}</p>}
      <ContactLinks phone={phone} email={email} />
      {contacts.length > 0 && (
        <ul className="mt-2 grid gap-2 border-t border-line pt-3">
          {contacts.map((contact) => (
            <li key={`${contact.sector} ${contact.name}`}>
              <p>
                <b>{contact.sector}</b>
                {contact.name !== '' && <span className="text-soft"> · {contact.name}</span>}
              </p>
              <ContactLinks phone={contact.phone} email={contact.email} />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 border-t border-line pt-2">
        Professionnel·le de l’accueil, nouvelle ici ?{' '}
        <Link to={`/demande-acces?relais=${slug}`} className="inline-flex min-h-11 items-center">
          Demander un accès
        </Link>
      </p>
    </section>
  );
}

function Communes({ communes }: Pick<RelaisPage, 'communes'>) {
  if (communes.length === 0) return null;
  return (
    <section aria-labelledby="communes" className="panel">
      <h2 id="communes">Communes</h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {communes.map(({ name, byAgreement }) => (
          <li key={name} className="rounded-full bg-teal-wash px-3 py-1 text-[0.9375rem]">
            {name}
            {byAgreement && <span className="text-soft"> (par convention)</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Places({ sites, appUrl }: Pick<RelaisPage, 'sites'> & { appUrl: string }) {
  if (sites.length === 0) return null;
  return (
    <section aria-labelledby="lieux" className="panel">
      <h2 id="lieux">Où nous nous retrouvons</h2>
      <ul className="mt-2 grid gap-2">
        {sites.map(({ id, name, address, commune }) => (
          <li key={id} className="flex gap-2">
            <MapPin size={18} className="mt-1 flex-none text-teal" />
            <span>
              <b>{name}</b>
              <span className="block text-soft">{[address, commune].filter(Boolean).join(', ')}</span>
              <a
                href={subscribeAddresses(`${appUrl}/lieux/${id}/agenda.ics`).webcal}
                className="inline-flex min-h-11 items-center"
                aria-label={`S’abonner à l’agenda de ce lieu : ${name}`}
              >
                Agenda de ce lieu
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reglements({ reglements }: Pick<RelaisPage, 'reglements'>) {
  return (
    <section aria-labelledby="reglement" className="panel">
      <h2 id="reglement" className="mb-1">
        Règlement
      </h2>
      {reglements.map(({ id, title, since, body }) => (
        <details key={id} className="fold">
          <summary>{title}</summary>
          <div className="prose">
            <p className="text-soft">En vigueur depuis le {since}</p>
            <Paragraphs text={body} />
          </div>
        </details>
      ))}
    </section>
  );
}
