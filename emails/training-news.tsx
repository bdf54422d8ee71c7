import { Action, Frame, Paragraph } from './layout.tsx';
import type { Template } from './template.ts';

/** To a professional: where her training stands. */
export const trainingNews: Template<'training-news'> = {
  subject: ({ news, training }) => `${news} : ${training}`,
  preview: ({ lines }) => lines[0] ?? 'Votre formation avance.',
  Body: ({ props, links, greeting }) => (
    <Frame title={`${props.news} : ${props.training}`} home={links.home} greeting={greeting} relais={props.relais}>
      {props.lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Action href={links.to('/mon-espace/besoins')}>Voir où en est ma formation</Action>
    </Frame>
  ),
};
