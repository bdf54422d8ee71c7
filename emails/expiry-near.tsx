import { Action, Frame, Paragraph, Small, TextLink } from './layout.tsx';
import type { Template } from './template.ts';

export const expiryNear: Template<'expiry-near'> = {
  subject: ({ what, until }) => `À renouveler avant le ${until} : ${what}`,
  preview: ({ until }) => `Votre certificat est valable jusqu’au ${until}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Un certificat à renouveler" home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>
        « {props.what} » est valable jusqu’au {props.until}.
      </Paragraph>
      <Paragraph>
        Dites-nous ce qui vous convient, le samedi ou en semaine : le relais réunit les demandes et cherche des dates.
      </Paragraph>
      <Action href={links.to('/mon-espace/besoins')}>Dire ce qui me convient</Action>
      <Small>
        Déjà renouvelé ?{' '}
        <TextLink href={links.to('/mon-espace/parcours')}>Ajoutez la formation à votre parcours</TextLink>, avec son
        justificatif.
      </Small>
    </Frame>
  ),
};
