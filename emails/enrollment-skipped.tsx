import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentSkipped: Template<'enrollment-skipped'> = {
  subject: ({ session }) => `Votre tour est passé cette fois : ${named(session)}`,
  preview: ({ reason }) => reason,
  Body: ({ props, links, greeting }) => (
    <Frame
      title="Une place s’est libérée, sans vous cette fois"
      home={links.home}
      greeting={greeting}
      relais={props.session.relais}
    >
      <Paragraph>Votre tour était venu, mais nous n’avons pas pu vous donner la place.</Paragraph>
      <Say>{props.reason}</Say>
      <Paragraph>
        Vous gardez votre rang sur la liste d’attente. Si la situation change, votre tour reviendra.
      </Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Quitter la liste d’attente
      </Action>
    </Frame>
  ),
};
