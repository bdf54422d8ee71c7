import { plural } from '#app/time/french.ts';
import { Action, Facts, Frame, Say, Small, TextLink } from './layout.tsx';
import type { Template } from './template.ts';

export const openingAnnounced: Template<'opening-announced'> = {
  subject: ({ what, relais }) => `Inscriptions : ${what}, ${relais.name}`,
  preview: ({ sessions, more, total }) =>
    `${plural(total ?? sessions.length + more, 'séance', 'séances')} où vous pouvez vous inscrire.`,
  Body: ({ props: { relais, what, sessions, more, total }, links, greeting }) => (
    <Frame title={`Les inscriptions ouvrent : ${what}`} home={links.home} greeting={greeting} relais={relais}>
      <Say>{relais.name} vous propose de nouvelles séances. Voici à partir de quand vous pouvez vous inscrire.</Say>
      {sessions.map(({ sessionId, title, when, place, opening }) => (
        <Facts
          key={sessionId}
          lines={[
            [total === undefined ? 'Séance' : 'Activité', <TextLink href={links.session(sessionId)}>{title}</TextLink>],
            ['Quand', when],
            ['Où', place],
            ['Inscriptions', opening],
          ]}
        />
      ))}
      {more > 0 && <Small>Et {plural(more, 'autre séance', 'autres séances')} dans le catalogue.</Small>}
      <Action href={links.to('/activites')}>Voir les séances</Action>
    </Frame>
  ),
};
