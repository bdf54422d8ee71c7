import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const decisionDue: Template<'decision-due'> = {
  subject: ({ session }) => `À décider : ${named(session)}`,
  preview: ({ deadline }) => `La séance a-t-elle lieu ? À décider avant ${deadline}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="La séance a-t-elle lieu ?" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>{props.enrolled}</Say>
      <Paragraph>
        Décidez avant {props.deadline} : la séance est maintenue, ou annulée et chacune est prévenue.
      </Paragraph>
      <SessionFacts session={{ ...props.session, bring: null }} href={links.session(props.session.sessionId)} />
      <Action href={links.to(`/animation/seances/${props.session.sessionId}`)}>Ouvrir la séance</Action>
    </Frame>
  ),
};
