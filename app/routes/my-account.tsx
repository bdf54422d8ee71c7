import { Link } from '@remix-run/react';
import type { Device } from '#app/auth/sessions.server.ts';
import type { MyChild } from '#app/people/my-children.server.ts';
import type { MyIdentity } from '#app/people/my-identity.server.ts';
import { number } from '#app/time/french.ts';
import type { HoursOfYear } from '#app/training/training-hours.ts';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { FigureNumber } from '#app/ui/figure-number.tsx';
import { Facts } from '#app/ui/facts.tsx';

interface MyAccountProps {
  identity: MyIdentity;
  list: readonly MyChild[];
  devices: readonly Device[];
  /** She books for herself, with children. */
  books: boolean;
  /** Hours of training of the year; null: she has no file. */
  hours: HoursOfYear | null;
}

/** What is hers beside her sessions: children, calendar, coordinates, devices. */
export function MyAccount({ identity, list, devices, books, hours }: MyAccountProps) {
  return (
    <div className="grid content-start gap-5">
      {books && <Children list={list} />}
      {hours && <Training hours={hours} />}
      {books && <Groups />}
      {books && <Agenda />}
      <Messages />
      <Coordinates identity={identity} />
      <Devices devices={devices} />
    </div>
  );
}

function Groups() {
  return (
    <section className="panel grid gap-3" aria-labelledby="groupes">
      <h2 id="groupes">Mes groupes</h2>
      <p>Le groupe où vous venez toujours, l’analyse de pratiques, vos candidatures.</p>
      <p>
        <LinkButton to="/mon-espace/groupes" variant="quiet">
          Voir mes groupes
        </LinkButton>
      </p>
    </section>
  );
}

function Agenda() {
  return (
    <section className="panel grid gap-3" aria-labelledby="agenda">
      <h2 id="agenda">Mon agenda</h2>
      <p>Vos séances dans l’agenda de votre téléphone, tenues à jour.</p>
      <p>
        <LinkButton to="/mon-espace/agenda" variant="quiet">
          M’abonner
        </LinkButton>
      </p>
    </section>
  );
}

function Messages() {
  return (
    <section className="panel grid gap-3" aria-labelledby="messages">
      <h2 id="messages">Mes messages</h2>
      <p>Rappels, nouveautés de la semaine : ce que vous recevez, par où, et quand.</p>
      <p>
        <LinkButton to="/mon-espace/messages" variant="quiet">
          Choisir mes messages
        </LinkButton>
      </p>
    </section>
  );
}

function Training({ hours: { year, done, right } }: { hours: HoursOfYear }) {
  return (
    <section className="panel grid gap-3" aria-labelledby="formation">
      <h2 id="formation">Ma formation</h2>
      <p>
        <FigureNumber
          value={right === null ? number(done) : `${number(done)} / ${number(right)}`}
          label={`heures en ${year}`}
        />
      </p>
      <p className="flex flex-wrap gap-2">
        <LinkButton to="/mon-espace/besoins" variant="quiet">
          Dire un besoin
        </LinkButton>
        <LinkButton to="/mon-espace/parcours" variant="quiet">
          Mon parcours
        </LinkButton>
        <LinkButton to="/mon-espace/attestations" variant="quiet">
          Mes attestations
        </LinkButton>
      </p>
    </section>
  );
}

function Children({ list }: { list: readonly MyChild[] }) {
  return (
    <section className="panel grid gap-3" aria-labelledby="enfants">
      <h2 id="enfants">Mes enfants</h2>
      {list.length === 0 ? (
        <p>Donnez un prénom ou un surnom aux enfants que vous amenez : vous n’aurez plus qu’à les cocher.</p>
      ) : (
        <ul>
          {list.map(({ id, label, age }) => (
            <li key={id}>
              <b>{label}</b> {age !== null && <span className="text-soft">{age}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton to="/mon-espace/enfants" variant="quiet">
          {list.length === 0 ? 'Ajouter un enfant' : 'Changer ma liste'}
        </LinkButton>
      </p>
    </section>
  );
}

function Coordinates({ identity: { name, email, phone, relais } }: { identity: MyIdentity }) {
  const links = relais.map(({ id, slug, name }) => (
    <Link key={id} to={`/relais/${slug}`} className="block">
      {name}
    </Link>
  ));
  const facts = [
    { name: 'Nom', value: name },
    { name: 'E-mail', value: <span className="wrap-anywhere">{email ?? 'aucun'}</span> },
    { name: 'Téléphone', value: phone ?? 'aucun' },
    ...(links.length === 0 ? [] : [{ name: 'Relais', value: links }]),
  ];
  return (
    <section className="panel grid gap-3" aria-labelledby="donnees">
      <h2 id="donnees">Mes données</h2>
      <Facts facts={facts} />
      <p>
        <LinkButton to="/mon-espace/coordonnees" variant="quiet">
          Changer mon téléphone
        </LinkButton>
      </p>
    </section>
  );
}

function Devices({ devices }: { devices: readonly Device[] }) {
  return (
    <section className="panel grid gap-3" aria-labelledby="appareils">
      <h2 id="appareils">Mes appareils connectés</h2>
      <ul className="grid gap-4">
        {devices.map(({ id, device, lastSeen, current }) => (
          <li key={id} className="grid gap-2">
            <div>
              <b>{device}</b>
              <p className="text-soft">{current ? 'Celui-ci' : `Vu le ${lastSeen}`}</p>
            </div>
            {!current && (
              <form method="post" action={`/mon-espace/appareils/${id}/deconnexion`}>
                <Button variant="quiet" aria-label={`Déconnecter cet appareil : ${device}, vu le ${lastSeen}`}>
                  Déconnecter cet appareil
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
