import { Action, EntryNote, Frame, Paragraph } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentConfirmed: Template<'enrollment-confirmed'> = {
  subject: ({ session }) => `Inscription confirmée : ${named(session)}`,
  preview: ({ session, party }) => `${session.when}, ${session.place}. Pour ${party}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre inscription est confirmée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>Votre place est réservée. Nous vous attendons.</Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <EntryNote />
      <Paragraph>Un empêchement ? Prévenez-nous dès que possible : votre place servira à quelqu’un d’autre.</Paragraph>
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Me désister
      </Action>
    </Frame>
  ),
};
