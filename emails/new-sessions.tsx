import { plural } from '#app/time/french.ts';
import { Action, Facts, Frame, Say, Small, TextLink } from './layout.tsx';
import type { Template } from './template.ts';

export const newSessions: Template<'new-sessions'> = {
  subject: ({ sessions, more }) => `Cette semaine : ${newOnes(sessions.length + more)}`,
  preview: ({ sessions }) => sessions.map(({ title, when }) => `${title}, ${when}`).join(' · '),
  Body: ({ props: { relais, sessions, more }, links, greeting }) => (
    <Frame title="Nouveau dans ce que vous suivez" home={links.home} greeting={greeting} relais={relais}>
      <Say>{newOnes(sessions.length + more)} où vous pouvez vous inscrire.</Say>
      {sessions.map(({ sessionId, title, when, place, relais: host }) => (
        <Facts
          key={sessionId}
          lines={[
            ['Séance', <TextLink href={links.session(sessionId)}>{title}</TextLink>],
            ['Quand', when],
            ['Où', place],
            ['Relais', host],
          ]}
        />
      ))}
      {more > 0 && <Small>Et {plural(more, 'autre séance', 'autres séances')} dans le catalogue.</Small>}
      <Action href={links.to('/activites')}>Voir les séances</Action>
    </Frame>
  ),
};

const newOnes = (count: number) => plural(count, 'nouvelle séance', 'nouvelles séances');
