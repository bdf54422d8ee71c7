import type { TemplateProps } from '#app/mail/templates.ts';

import { Frame, Paragraph, Say, Small, TextLink } from './layout.tsx';
import { Reading } from './reading.tsx';
import { namedAll, SessionFacts } from './session-facts.tsx';
import type { MailLinks, Template } from './template.ts';

type Change = TemplateProps['sessions-moved']['changes'][number];

export const sessionsMoved: Template<'sessions-moved'> = {
  subject: ({ changes }) => `Changement : ${namedAll(changes.map(({ session }) => session))}`,
  preview: ({ changes }) => changes.map(({ session }) => session.when).join(' · '),
  Body: ({ props, links, greeting }) => (
    <Frame
      title={props.changes.length === 1 ? 'Votre séance change' : 'Vos séances changent'}
      home={links.home}
      greeting={greeting}
      relais={props.relais}
    >
      <Paragraph>Votre inscription est gardée. Voici ce qui vaut maintenant :</Paragraph>
      {props.changes.map((change) => (
        <Changed key={change.enrollmentId} change={change} links={links} />
      ))}
      <Reading reading={props.reading} links={links} />
      <Small>Un agenda abonné peut mettre une journée à se mettre à jour : fiez-vous à ce message.</Small>
    </Frame>
  ),
};

function Changed({ change, links }: { change: Change; links: MailLinks }) {
  const { session, before, notes, party, enrollmentId, round } = change;
  const place = before && [before.place, before.address].filter((words) => words !== '').join(', ');
  return (
    <>
      <SessionFacts session={session} href={links.session(session.sessionId)} party={party} />
      {before && (
        <Small>
          C’était prévu : <s>{`${before.when}, ${place}`}</s>
        </Small>
      )}
      {notes.map((note) => (
        <Say key={note}>{note}</Say>
      ))}
      <Small>
        <TextLink href={links.withdraw(enrollmentId, round)}>Je ne peux plus venir ce jour-là : me désister</TextLink>
      </Small>
    </>
  );
}
