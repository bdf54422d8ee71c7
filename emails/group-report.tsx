import { Action, Frame, Paragraph, Say } from './layout.tsx';
import type { Template } from './template.ts';

export const groupReport: Template<'group-report'> = {
  subject: ({ group }) => `À voir pour ${group}`,
  preview: () => 'Certaines personnes du groupe n’ont pas de place.',
  Body: ({ props, links, greeting }) => (
    <Frame title={`À voir pour ${props.group}`} home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>Le groupe est inscrit à ses dates, sauf :</Paragraph>
      {props.lines.map((line) => (
        <Say key={line}>{line}</Say>
      ))}
      <Action href={links.to(`/animation/groupes/${props.cohortId}`)}>Ouvrir le groupe</Action>
    </Frame>
  ),
};
