import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { namedAll, SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const proposalAnswered: Template<'proposal-answered'> = {
  subject: ({ intervenant, answer, sessions }) =>
    `${intervenant} ${answer === 'ACCEPTED' ? 'accepte' : 'décline'} : ${namedAll(sessions)}`,
  preview: ({ sessions }) => sessions.map(({ when }) => when).join(' · '),
  Body: ({ props, links, greeting }) => (
    <Frame
      title={`${props.intervenant} ${props.answer === 'ACCEPTED' ? 'accepte' : 'décline'}`}
      home={links.home}
      greeting={greeting}
      relais={null}
    >
      {props.word !== null && <Say>{`Son mot : « ${props.word} »`}</Say>}
      {props.sessions.map((session) => (
        <SessionFacts
          key={session.sessionId}
          session={session}
          href={links.to(`/animation/seances/${session.sessionId}`)}
        />
      ))}
      {props.answer === 'DECLINED' && (
        <>
          <Paragraph>Ses heures sont libérées. Il reste à trouver quelqu’un d’autre, ou une autre date.</Paragraph>
          <Action href={links.to(`/animation/seances/${props.sessions[0]?.sessionId ?? ''}/modification`)}>
            Chercher une solution
          </Action>
        </>
      )}
    </Frame>
  ),
};
