import { Action, Frame, Paragraph, Say } from './layout.tsx';
import type { Template } from './template.ts';

export const accessRefused: Template<'access-refused'> = {
  subject: ({ relais }) => `Votre demande d’accès${relais === null ? '' : ` : ${relais.name}`}`,
  preview: ({ words }) => words ?? 'Le relais ne peut pas ouvrir votre accès.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre demande d’accès" home={links.home} greeting={greeting} relais={props.relais}>
      <Say>Le relais ne peut pas ouvrir votre accès.</Say>
      {props.words !== null && <Paragraph>{props.words}</Paragraph>}
      <Paragraph>Le programme reste ouvert à toutes et à tous.</Paragraph>
      <Action href={links.to('/activites')}>Voir le programme</Action>
    </Frame>
  ),
};
