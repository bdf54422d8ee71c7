import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import type { Template } from './template.ts';

export const needCampaign: Template<'need-campaign'> = {
  subject: ({ reminder, relais }) =>
    reminder
      ? `Encore le temps de répondre : vos besoins de formation, ${relais.name}`
      : `Qu’aimeriez-vous apprendre ? ${relais.name} vous le demande`,
  preview: ({ closes }) => `Deux minutes suffisent, jusqu’au ${closes}.`,
  Body: ({ props: { inviteId, relais, words, closes, reminder }, links, greeting }) => (
    <Frame
      title={reminder ? 'Vous pouvez encore répondre' : 'Qu’aimeriez-vous apprendre ?'}
      home={links.home}
      greeting={greeting}
      relais={relais}
    >
      <Say>
        {reminder
          ? `${relais.name} n’a pas encore votre réponse sur vos besoins de formation. Elle compte : c’est avec elle que le programme se prépare.`
          : `${relais.name} prépare les formations à venir et vous demande ce qui vous serait utile.`}
      </Say>
      {words !== '' && <Paragraph>{words}</Paragraph>}
      <Paragraph>
        Deux minutes suffisent, sans mot de passe, jusqu’au {closes}. Si vous n’avez pas de besoin, dites-le aussi :
        cela aide.
      </Paragraph>
      <Action href={links.need(inviteId)}>Répondre</Action>
      <Small>Ce lien est le vôtre : ne le transférez pas. Vous pouvez changer votre réponse jusqu’au {closes}.</Small>
    </Frame>
  ),
};
