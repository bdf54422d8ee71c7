import { Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const animatorCovered: Template<'animator-covered'> = {
  subject: ({ session }) => `Vous êtes remplacée : ${named(session)}`,
  preview: ({ replacement }) => `${replacement} anime cette séance.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre séance est confiée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>
        {props.replacement} anime cette séance à votre place.
        {props.by !== null && ` C’est ${props.by} qui l’a organisé.`}
      </Say>
      <SessionFacts session={{ ...props.session, bring: null }} href={links.session(props.session.sessionId)} />
      <Paragraph>Vous n’avez rien à faire. Une remarque ? Répondez au relais.</Paragraph>
    </Frame>
  ),
};
