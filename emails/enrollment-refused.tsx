import { Frame, Paragraph } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentRefused: Template<'enrollment-refused'> = {
  subject: ({ session }) => `Réponse à votre demande : ${named(session)}`,
  preview: () => 'Le relais n’a pas pu accepter votre demande.',
  Body: ({ props, links, greeting }) => (
    <Frame
      title="Votre demande n’a pas été acceptée"
      home={links.home}
      greeting={greeting}
      relais={props.session.relais}
    >
      <Paragraph>Le relais n’a pas pu accepter votre demande.</Paragraph>
      {props.reason !== null && <Paragraph>{props.reason}</Paragraph>}
      <SessionFacts
        session={{ ...props.session, bring: null }}
        href={links.session(props.session.sessionId)}
        party={props.party}
      />
      <Paragraph>Pour en parler, appelez le relais : il vous dira ce qui est possible.</Paragraph>
    </Frame>
  ),
};
