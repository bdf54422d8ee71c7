import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const offerMade: Template<'offer-made'> = {
  subject: ({ session }) => `Une place pour vous, à confirmer : ${named(session)}`,
  preview: ({ deadline }) => `Répondez avant le ${deadline}.`,
  Body: ({ props, links, greeting }) => (
    <Frame
      title="Une place s’est libérée pour vous"
      home={links.home}
      greeting={greeting}
      relais={props.session.relais}
    >
      <Say>
        Répondez avant le <strong>{props.deadline}</strong>. Passé ce délai, la place sera proposée à quelqu’un d’autre.
      </Say>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Action href={links.accept(props.enrollmentId, props.round)}>Accepter la place</Action>
      <Action href={links.decline(props.enrollmentId, props.round)} quiet>
        Refuser la place
      </Action>
      <Paragraph>Vous viendrez avec moins d’enfants ? Acceptez : vous pourrez le dire sur la page.</Paragraph>
      <Small>Vous n’avez pas besoin de vous connecter. En refusant, vous quittez la liste d’attente.</Small>
    </Frame>
  ),
};
