import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const animatorCovers: Template<'animator-covers'> = {
  subject: ({ session }) => `Vous animez : ${named(session)}`,
  preview: ({ session }) => `${session.when}, ${session.place}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Une séance vous est confiée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>
        {props.absent === null
          ? 'Vous animez désormais cette séance.'
          : `Vous animez cette séance à la place de ${props.absent}.`}
        {props.by !== null && ` C’est ${props.by} qui vous l’a confiée.`}
      </Say>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} />
      <Paragraph>La page de la séance vous montre qui vient et vous donne la feuille de présence.</Paragraph>
      <Action href={links.to(`/animation/seances/${props.session.sessionId}`)}>Ouvrir la séance</Action>
    </Frame>
  ),
};
