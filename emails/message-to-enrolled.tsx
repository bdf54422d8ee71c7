import { Frame, Paragraph, PlainWords } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const messageToEnrolled: Template<'message-to-enrolled'> = {
  subject: ({ session, subject }) => `${subject} : ${named(session)}`,
  preview: ({ text }) => text.slice(0, 90),
  Body: ({ props, links, greeting }) => (
    <Frame title={props.subject} home={links.home} greeting={greeting} relais={props.session.relais}>
      <PlainWords text={props.text} />
      <Paragraph>
        {props.sender}, {props.session.relais.name}
      </Paragraph>
      <SessionFacts session={{ ...props.session, bring: null }} href={links.session(props.session.sessionId)} />
    </Frame>
  ),
};
