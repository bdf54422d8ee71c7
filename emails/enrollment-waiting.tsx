import { ordinal } from '#app/time/french.ts';

import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentWaiting: Template<'enrollment-waiting'> = {
  subject: ({ session }) => `Liste d’attente : ${named(session)}`,
  preview: ({ rank, lacking }) => sentence(rank, lacking),
  Body: ({ props, links, greeting }) => (
    <Frame title="Vous êtes en liste d’attente" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>{sentence(props.rank, props.lacking)}</Say>
      <Paragraph>
        {props.wish === 'ENROLL'
          ? 'Dès qu’une place se libère pour vous, vous êtes inscrite et prévenue par e-mail.'
          : 'Dès qu’une place se libère pour vous, nous vous la proposons par e-mail. Vous aurez le temps de répondre.'}
      </Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Quitter la liste d’attente
      </Action>
    </Frame>
  ),
};

function sentence(rank: number, lacking: string): string {
  const place = `Vous êtes ${ordinal(rank, 'f')} sur la liste d’attente`;
  return lacking === '' ? `${place}.` : `${place} : ${lacking}.`;
}
