import { Action, Facts, Frame, Paragraph, Say, Small } from './layout.tsx';
import { Reading } from './reading.tsx';
import { named, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const sessionMoved: Template<'session-moved'> = {
  subject: ({ session }) => `Séance déplacée : ${named(session)}`,
  preview: ({ session }) => `Maintenant ${session.when}, ${session.place}.`,
  Body: ({ props, links, greeting }) => (
    <Frame title="Votre séance est déplacée" home={links.home} greeting={greeting} relais={props.session.relais}>
      <Paragraph>La date, l’heure ou le lieu change. Voici ce qui vaut maintenant :</Paragraph>
      <SessionFacts session={props.session} href={links.session(props.session.sessionId)} party={props.party} />
      <Paragraph>C’était prévu :</Paragraph>
      <Facts
        lines={[
          ['Quand', <s>{props.before.when}</s>],
          ['Où', <s>{[props.before.place, props.before.address].filter((words) => words !== '').join(', ')}</s>],
        ]}
      />
      {props.note !== null && <Say>{props.note}</Say>}
      <Reading reading={props.reading} links={links} />
      <Paragraph>Votre inscription est gardée. Vous ne pouvez plus venir ? Désistez-vous en un clic.</Paragraph>
      <Action href={links.withdraw(props.enrollmentId, props.round)} quiet>
        Me désister
      </Action>
      <Small>Un agenda abonné peut mettre une journée à se mettre à jour : fiez-vous à ce message.</Small>
    </Frame>
  ),
};
