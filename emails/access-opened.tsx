import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import type { Template } from './template.ts';

export const accessOpened: Template<'access-opened'> = {
  subject: ({ relais }) => `Votre accès est ouvert${relais === null ? '' : ` : ${relais.name}`}`,
  preview: () => 'Connectez-vous avec cette adresse, sans mot de passe.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre accès est ouvert" home={links.home} greeting={greeting} relais={props.relais}>
      <Say>
        Vous pouvez maintenant vous inscrire aux séances{props.relais && ` de votre relais, ${props.relais.name}`}.
      </Say>
      <Paragraph>
        Pas de mot de passe : indiquez l’adresse e-mail à laquelle ce message arrive, et recopiez le code que vous
        recevez.
      </Paragraph>
      <Action href={links.to('/connexion')}>Me connecter</Action>
      <Small>À votre première inscription, le règlement du relais vous est proposé : lisez-le et acceptez-le.</Small>
    </Frame>
  ),
};
