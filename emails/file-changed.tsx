import { Action, Frame, Paragraph, Small } from './layout.tsx';
import type { Template } from './template.ts';

export const fileChanged: Template<'file-changed'> = {
  subject: ({ relais }) => `Votre fiche a changé${relais === null ? '' : ` : ${relais.name}`}`,
  preview: ({ changes }) => changes[0] ?? 'Votre relais a mis votre fiche à jour.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre fiche a changé" home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>Votre relais a mis à jour ce qu’il sait de vous :</Paragraph>
      {props.changes.map((sentence) => (
        <Paragraph key={sentence}>– {sentence}</Paragraph>
      ))}
      <Action href={links.to('/mon-espace')}>Ouvrir mon espace</Action>
      <Small>Une erreur ? Dites-le à votre relais, il la corrige.</Small>
    </Frame>
  ),
};
