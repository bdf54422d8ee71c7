import type { TemplateProps } from '#app/mail/templates.ts';

import { Frame, Paragraph, Say, Small, TextLink } from './layout.tsx';
import { SessionFacts } from './session-facts.tsx';
import type { MailLinks, Template } from './template.ts';

type Joined = TemplateProps['group-joined'];

export const groupJoined: Template<'group-joined'> = {
  subject: ({ group, joined }) => (joined ? `Vous êtes dans ${group}` : `Nouvelles dates pour ${group}`),
  preview: ({ changes }) =>
    changes.length === 0 ? 'Les dates suivront.' : changes.map(({ session }) => session.day).join(' · '),
  Body: ({ props, links, greeting }) => (
    <Frame
      title={props.news?.title ?? (props.joined ? `Vous êtes dans ${props.group}` : 'De nouvelles dates')}
      home={links.home}
      greeting={greeting}
      relais={props.relais}
    >
      {props.news?.lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>{openingOf(props)}</Paragraph>
      {props.changes.map((change) => (
        <Dated key={change.enrollmentId} change={change} links={links} />
      ))}
      <Paragraph>
        Un empêchement ce jour-là ? Désistez-vous pour cette date : votre place servira à quelqu’un d’autre, et vous
        restez dans le groupe.
      </Paragraph>
      <Small>
        <TextLink href={links.to('/mon-espace/agenda')}>Recevoir toutes ces dates dans mon agenda</TextLink>
      </Small>
    </Frame>
  ),
};

function openingOf({ changes, group }: Joined): string {
  if (changes.length === 0) return 'Les dates ne sont pas encore fixées. Vous les recevrez sans rien avoir à faire.';
  return `Vous n’avez rien à faire : vous êtes inscrite avec ${group} à ${changes.length === 1 ? 'cette date' : 'ces dates'}.`;
}

function Dated({ change, links }: { change: Joined['changes'][number]; links: MailLinks }) {
  const { session, party, note, enrollmentId, round } = change;
  return (
    <>
      <SessionFacts session={session} href={links.session(session.sessionId)} party={party} />
      {note !== null && <Say>{note}</Say>}
      <Small>
        <TextLink href={links.withdraw(enrollmentId, round)}>Je ne peux pas venir ce jour-là : me désister</TextLink>
      </Small>
    </>
  );
}
