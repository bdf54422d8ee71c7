import { Action, Frame, Paragraph, Small, teal } from './layout.tsx';
import type { Template } from './template.ts';

export const loginCode: Template<'login-code'> = {
  subject: ({ code }) => `Votre code de connexion : ${grouped(code)}`,
  preview: () => 'Il sert une fois, pendant 10 minutes.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre code de connexion" home={links.home} greeting={greeting} relais={null}>
      <Paragraph>Recopiez ce code sur la page où vous l’avez demandé :</Paragraph>
      <p
        style={{
          margin: '0 0 16px',
          fontFamily: 'Verdana,Arial,sans-serif',
          fontSize: 32,
          fontWeight: 700,
          color: teal,
        }}
      >
        {grouped(props.code)}
      </p>
      <Paragraph>Ou, sur le même appareil, suivez ce lien :</Paragraph>
      <Action href={links.to(props.link)}>Me connecter</Action>
      <Paragraph>Le code et le lien servent une seule fois, pendant 10 minutes.</Paragraph>
      <Small>
        Vous n’avez rien demandé ? Ignorez ce message : personne ne peut entrer sans ce code. Ne le donnez à personne.
      </Small>
    </Frame>
  ),
};

/** Two groups of four are read and typed without fault. */
function grouped(code: string): string {
  return code.replaceAll(/\s/g, '').replace(/^(\d{4})(\d{4})$/, '$1 $2');
}
