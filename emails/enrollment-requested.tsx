import { Action, Frame, Paragraph } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentRequested: Template<'enrollment-requested'> = {
  subject: ({ session }) => `Demande envoyée : ${named(session)}`,
  preview: () => 'Le relais va vous répondre. Votre place est gardée d’ici là.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre demande est envoyée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>
        Le relais doit confirmer votre inscription. Votre place est gardée d’ici là, et vous recevrez sa réponse par
        e-mail.
      </Paragraph>
      {props.reasons.map((reason) => (
        <Paragraph key={reason}>{reason}</Paragraph>
      ))}
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Retirer ma demande
      </Action>
    </Frame>
  ),
};
