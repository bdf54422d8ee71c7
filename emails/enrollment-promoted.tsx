import { Action, EntryNote, Frame, Paragraph, Say } from './layout.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const enrollmentPromoted: Template<'enrollment-promoted'> = {
  subject: ({ session }) => `Une place s’est libérée, vous êtes inscrite : ${named(session)}`,
  preview: ({ session, party }) => `${session.when}, ${session.place}. Pour ${party}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Vous avez une place" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>Une place s’est libérée : vous n’êtes plus en liste d’attente, vous êtes inscrite.</Say>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <EntryNote />
      <Paragraph>Vous ne pouvez plus venir ? Désistez-vous maintenant : d’autres attendent.</Paragraph>
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Me désister
      </Action>
    </Frame>
  ),
};
