import { Form } from '@remix-run/react';
import { Button, LinkButton } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CohortMember } from './cohort-members.server.ts';
import type { CohortPage } from './cohort-page.server.ts';

interface GroupMembersProps {
  group: CohortPage;
  /** Where the group's own addresses begin. */
  base: string;
}

/** Who is in a group, waits and applies, for who reads the names; a total for the others. */
export function GroupMembers({ group, base }: GroupMembersProps) {
  const { id, list, members, rights } = group;
  if (list === null) {
    return (
      <section className="panel grid gap-2" aria-labelledby="membres">
        <h2 id="membres">Qui en est</h2>
        <p className="font-bold">{members}</p>
        <p className="text-soft">Les noms ne sont lus que par qui compose le groupe et par qui l’anime.</p>
      </section>
    );
  }
  const path = `${base}/${id}`;
  const shown = { path, composes: rights.composes };
  return (
    <>
      {list.applied.length > 0 && (
        <Section {...shown} id="candidatures" title="Candidatures à voir" people={list.applied} />
      )}
      <Section {...shown} id="membres" title={`Qui en est : ${members}`} people={list.members}>
        <p className="text-soft">Personne pour le moment.</p>
      </Section>
      {list.waiting.length > 0 && (
        <Section {...shown} id="attente" title="En attente d’une place" people={list.waiting} />
      )}
    </>
  );
}

interface SectionProps {
  id: string;
  title: string;
  people: readonly CohortMember[];
  path: string;
  composes: boolean;
  children?: React.ReactNode;
}

function Section({ id, title, people, path, composes, children }: SectionProps) {
  return (
    <section className="grid gap-3" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {people.length === 0 && children}
      <ul className="grid gap-2">
        {people.map((person) => (
          <li key={person.id} className="panel grid gap-2">
            <Who person={person} />
            {composes && <Deeds person={person} path={path} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Who({ person: { name, commune, phone, since, children, hours, state, troubles } }: { person: CohortMember }) {
  const about = [commune, children, state === 'MEMBER' ? since : null, state === 'MEMBER' ? hours : null];
  return (
    <div>
      <b>{name}</b>
      <p className="text-soft">{about.filter((part) => part !== null).join(' · ')}</p>
      {phone !== null && state === 'APPLIED' && (
        <p>
          <a href={`tel:${phone.replaceAll(' ', '')}`} className="inline-flex min-h-11 items-center">
            {phone}
          </a>
        </p>
      )}
      {troubles.map((trouble) => (
        <Notice key={trouble} severity="warn" title={trouble} />
      ))}
    </div>
  );
}

function Deeds({ person: { id, name, state }, path }: { person: CohortMember; path: string }) {
  if (state === 'MEMBER') {
    return (
      <div>
        <LinkButton to={`${path}/membres/${id}/depart`} variant="quiet">
          Retirer du groupe<span className="sr-only"> : {name}</span>
        </LinkButton>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      {state === 'APPLIED' && (
        <Form method="post" action={`${path}/candidatures/${id}/acceptation`}>
          <Button aria-label={`Donner une place : ${name}`}>Donner une place</Button>
        </Form>
      )}
      <Form method="post" action={`${path}/candidatures/${id}/refus`}>
        <Button variant="quiet" aria-label={`Refuser : ${name}`}>
          Refuser
        </Button>
      </Form>
    </div>
  );
}
