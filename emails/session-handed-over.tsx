import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const sessionHandedOver: Template<'session-handed-over'> = {
  subject: ({ session }) => `Un autre relais vous accueille : ${named(session)}`,
  preview: ({ session }) => `${session.relais.name} vous accueille désormais.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Un autre relais vous accueille" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>
        Cette séance du {props.before} est désormais organisée par le {props.session.relais.name}.
      </Say>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Paragraph>La date, l’heure et le lieu restent ceux ci-dessus. Votre inscription est gardée.</Paragraph>
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Me désister
      </Action>
      <Small>Pour toute question, c’est maintenant ce relais qui vous répond.</Small>
    </Frame>
  ),
};
