import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import { Reading } from './reading.tsx';
import { namedAll, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const sessionsCancelled: Template<'sessions-cancelled'> = {
  subject: ({ changes }) => `Annulation : ${namedAll(changes.map(({ session }) => session))}`,
  preview: ({ reason }) => reason,
  Body: ({ props, links, greeting }) => (
    <Frame title="Vos séances sont annulées" home={links.home} greeting={greeting} relais={props.relais}>
      <Say>Ces séances n’auront pas lieu. Ne vous déplacez pas.</Say>
      <Paragraph>{props.reason}</Paragraph>
      {props.changes.map(({ enrollmentId, session, party }) => (
        <SessionFacts
          key={enrollmentId}
          session={{ ...session, bring: null }}
          href={links.session(session.sessionId)}
          party={party}
        />
      ))}
      <Reading reading={props.reading} links={links} />
      <Action href={links.to('/activites')} quiet={Boolean(props.reading)}>
        Voir les prochaines séances
      </Action>
      <Small>Un agenda abonné peut mettre une journée à se mettre à jour : fiez-vous à ce message.</Small>
    </Frame>
  ),
};
