import { Action, Frame, Paragraph } from './layout.tsx';
import type { Template } from './template.ts';

/** To who looks after a line of the plan, or validates it. */
export const trainingLine: Template<'training-line'> = {
  subject: ({ news, training }) => `${news} : ${training}`,
  preview: ({ lines }) => lines[0] ?? 'Une formation du plan vous attend.',
  Body: ({ props, links, greeting }) => (
    <Frame title={`${props.news} : ${props.training}`} home={links.home} greeting={greeting} relais={props.relais}>
      {props.lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Action href={links.to(`/animation/lignes/${props.lineId}`)}>Ouvrir la formation</Action>
    </Frame>
  ),
};
