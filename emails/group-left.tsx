import { Action, Frame, Paragraph } from './layout.tsx';
import { SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const groupLeft: Template<'group-left'> = {
  subject: ({ group, left }) => (left ? `Vous n’êtes plus dans ${group}` : `Des dates en moins pour ${group}`),
  preview: ({ changes }) => changes.map(({ session }) => session.day).join(' · '),
  Body: ({ props, links, greeting }) => (
    <Frame
      title={props.news?.title ?? (props.left ? `Vous n’êtes plus dans ${props.group}` : 'Des dates en moins')}
      home={links.home}
      greeting={greeting}
      relais={props.relais}
    >
      {props.news?.lines.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
      <Paragraph>{sentenceOf(props)}</Paragraph>
      {props.changes.map(({ enrollmentId, session, party }) => (
        <SessionFacts
          key={enrollmentId}
          session={{ ...session, bring: null }}
          href={links.session(session.sessionId)}
          party={party}
        />
      ))}
      {props.news ? (
        <Action href={links.to('/mon-espace/besoins')}>Voir où en est ma formation</Action>
      ) : (
        <Action href={links.to('/activites')} quiet>
          Voir le programme
        </Action>
      )}
    </Frame>
  ),
};

function sentenceOf({ changes, left }: { changes: readonly unknown[]; left: boolean }): string {
  if (changes.length === 0) return 'Aucune date à venir n’était réservée pour vous.';
  if (left) return 'Vous n’êtes plus inscrite aux dates suivantes. Les autres inscriptions ne changent pas.';
  return 'Le groupe ne vient plus à ces dates : vous n’y êtes plus inscrite.';
}
