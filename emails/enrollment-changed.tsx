import { Action, Frame, Paragraph } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentChanged: Template<'enrollment-changed'> = {
  subject: ({ session }) => `Inscription modifiée : ${named(session)}`,
  preview: ({ party }) => `Votre inscription vaut maintenant pour ${party}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre inscription est modifiée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>
        Elle vaut maintenant pour <strong>{props.party}</strong> (avant : {props.before}).
      </Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Me désister
      </Action>
    </Frame>
  ),
};
