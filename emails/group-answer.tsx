import { Action, Frame, Paragraph } from './layout.tsx';
import type { Template } from './template.ts';

const TITLES = {
  APPLIED: 'Votre candidature est reçue',
  WAITING: 'Vous êtes sur la liste d’attente',
  REFUSED: 'Réponse à votre candidature',
} as const;

const SENTENCES = {
  APPLIED: 'Le relais compose le groupe. Il vous répondra par un message.',
  WAITING:
    'Le groupe est complet pour le moment. Si une place se libère, elle sera pour vous quand votre tour viendra.',
  REFUSED: 'Le relais n’a pas pu vous donner de place dans ce groupe. Appelez-le si vous souhaitez en parler.',
} as const;

export const groupAnswer: Template<'group-answer'> = {
  subject: ({ answer }) => TITLES[answer],
  preview: ({ answer }) => SENTENCES[answer],
  Body: ({ props, links, greeting }) => (
    <Frame title={TITLES[props.answer]} home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>Vous avez demandé une place dans {props.group}.</Paragraph>
      <Paragraph>{SENTENCES[props.answer]}</Paragraph>
      <Action href={links.to('/mon-espace/groupes')} quiet>
        Voir mes groupes
      </Action>
    </Frame>
  ),
};
