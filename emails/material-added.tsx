import { Action, Frame, Paragraph, Say } from './layout.tsx';
import type { Template } from './template.ts';

export const materialAdded: Template<'material-added'> = {
  subject: ({ activity }) => `Un document vous attend : ${activity}`,
  preview: ({ title }) => title,
  Body: ({ props: { relais, activity, activityId, title }, links, greeting }) => (
    <Frame title="Un document vous attend" home={links.home} greeting={greeting} relais={relais}>
      <Say>
        Après « {activity} », votre relais a déposé : {title}.
      </Say>
      <Paragraph>Vous le trouvez dans votre espace, avec les autres documents de vos séances.</Paragraph>
      <Action href={links.to(activityId === undefined ? '/mon-espace' : `/mon-espace#documents-${activityId}`)}>
        Lire le document
      </Action>
    </Frame>
  ),
};
