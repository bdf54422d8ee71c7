import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import type { Template } from './template.ts';

export const feedbackAsked: Template<'feedback-asked'> = {
  subject: ({ training }) => `Votre avis sur la formation : ${training}`,
  preview: () => 'Cinq questions, une minute, sans votre nom.',
  Body: ({ props: { askId, relais, training }, links, greeting }) => (
    <Frame title="Qu’avez-vous pensé de la formation ?" home={links.home} greeting={greeting} relais={relais}>
      <Say>Vous avez suivi « {training} ». Dites ce que vous en avez pensé : cinq questions, une minute.</Say>
      <Paragraph>
        Votre réponse ne porte ni votre nom ni l’heure. Le relais ne voit les résultats qu’à partir de cinq réponses.
      </Paragraph>
      <Action href={links.feedback(askId)}>Donner mon avis</Action>
      <Small>Ce lien sert une seule fois.</Small>
    </Frame>
  ),
};
