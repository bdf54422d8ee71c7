import { Action, Frame, Paragraph } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const offerExpired: Template<'offer-expired'> = {
  subject: ({ session }) => `Le délai est passé : ${named(session)}`,
  preview: () => 'La place qui vous était proposée n’est plus gardée.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Le délai de réponse est passé" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>
        Nous n’avons pas reçu votre réponse. La place n’est plus gardée et vous avez quitté la liste d’attente.
      </Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Paragraph>Vous souhaitez toujours venir ? Inscrivez-vous de nouveau.</Paragraph>
      <Action href={links.session(props.session.sessionId)}>Voir la séance</Action>
    </Frame>
  ),
};
