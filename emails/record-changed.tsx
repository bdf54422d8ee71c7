import { Action, Frame, Paragraph, Small } from './layout.tsx';
import type { Template } from './template.ts';

export const recordChanged: Template<'record-changed'> = {
  subject: ({ what }) => what,
  preview: ({ sentences }) => sentences[0] ?? 'Votre parcours a changé.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre parcours" home={links.home} greeting={greeting} relais={props.relais}>
      {props.sentences.map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      <Action href={links.to(props.path)}>Voir dans mon espace</Action>
      <Small>Une erreur ? Dites-le à votre relais, il la corrige.</Small>
    </Frame>
  ),
};
