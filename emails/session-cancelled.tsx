import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import { Reading } from './reading.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const sessionCancelled: Template<'session-cancelled'> = {
  subject: ({ session }) => `Séance annulée : ${named(session)}`,
  preview: ({ session, reason }) => reason ?? `La séance du ${session.day} n’aura pas lieu.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre séance est annulée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Say>La séance du {props.session.day} n’aura pas lieu. Ne vous déplacez pas.</Say>
      {props.reason !== null && <Paragraph>{props.reason}</Paragraph>}
      <SessionFacts
        session={{ ...props.session, bring: null }}
        href={links.session(props.session.sessionId)}
        party={props.party}
      />
      <Reading reading={props.reading} links={links} />
      <Action href={links.to('/activites')} quiet={Boolean(props.reading)}>
        Voir les prochaines séances
      </Action>
      <Small>Un agenda abonné peut mettre une journée à se mettre à jour : fiez-vous à ce message.</Small>
    </Frame>
  ),
};
