import { Frame, Paragraph, Small } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentWithdrawn: Template<'enrollment-withdrawn'> = {
  subject: ({ session }) => `Désistement noté : ${named(session)}`,
  preview: () => 'Vous n’êtes plus attendue à cette séance.',
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre désistement est noté" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>
        {props.byStaff
          ? 'Le relais a noté que vous ne viendrez pas. Vous n’êtes plus attendue à cette séance.'
          : 'Merci de nous avoir prévenus. Vous n’êtes plus attendue à cette séance.'}
      </Paragraph>
      {props.late && <Paragraph>Les inscriptions étaient closes : ce désistement est noté comme tardif.</Paragraph>}
      <SessionFacts session={{ ...props.session, bring: null }} href={links.session(props.session.sessionId)} />
      <Small>Si la séance est dans votre agenda, pensez à vérifier qu’elle en est bien retirée.</Small>
    </Frame>
  ),
};
