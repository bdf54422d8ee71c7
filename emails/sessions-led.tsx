import type { LedLine, TemplateProps } from '#app/mail/templates.ts';
import { plural } from '#app/time/french.ts';

import { Action, Frame, Paragraph, Say, Small } from './layout.tsx';
import { namedAll, SessionFacts } from './session-facts.tsx';
import type { MailLinks, Template } from './template.ts';

type Props = TemplateProps['sessions-led'];

const all = ({ lines }: Props, what: LedLine['what']) => lines.every((line) => line.what === what);

export const sessionsLed: Template<'sessions-led'> = {
  subject: (props) => `${wordOf(props)} : ${namedAll(props.lines.map(({ session }) => session))}`,
  preview: ({ lines }) => lines.map(({ session }) => session.when).join(' · '),
  Body: ({ props, links, greeting }) => (
    <Frame title={titleOf(props)} home={links.home} greeting={greeting} relais={props.relais}>
      <Paragraph>{leadOf(props)}</Paragraph>
      {props.lines.map((line) => (
        <Line key={line.session.sessionId} line={line} props={props} links={links} />
      ))}
      {props.reason !== null && <Say>{`La raison donnée : ${props.reason}`}</Say>}
      {props.answer !== null && (
        <>
          <Action href={links.answer(props.answer.personId, props.answer.round)}>Voir et répondre</Action>
          <Small>Sans mot de passe : ce lien est le vôtre, ne le transmettez pas.</Small>
        </>
      )}
    </Frame>
  ),
};

function wordOf(props: Props): string {
  if (all(props, 'PROPOSED')) return 'Proposition';
  if (all(props, 'CANCELLED')) return 'Annulé';
  if (all(props, 'REMOVED')) return 'N’est plus à vous';
  return props.answer === null ? 'Changement' : 'À confirmer';
}

function titleOf(props: Props): string {
  const { lines, leads } = props;
  const several = lines.length > 1;
  if (all(props, 'PROPOSED')) {
    return several
      ? `${plural(lines.length, 'date vous est proposée', 'dates vous sont proposées')}`
      : 'Une intervention vous est proposée';
  }
  const [one, many] = leads
    ? ['Une séance que vous animez', 'Des séances que vous animez']
    : ['Votre intervention', 'Vos interventions'];
  if (all(props, 'CANCELLED')) return several ? `${many} sont annulées` : `${one} est annulée`;
  return several ? `${many} changent` : `${one} change`;
}

function leadOf(props: Props): string {
  const by = props.by === null ? 'Le relais' : props.by;
  if (all(props, 'PROPOSED'))
    return `${by} vous propose d’intervenir. Dites si vous pouvez venir, date par date si besoin.`;
  if (all(props, 'CANCELLED')) return `${by} a annulé ce qui suit. Vous n’avez rien à faire.`;
  return `${by} a changé ce qui suit. Voici ce qui vaut maintenant :`;
}

function Line({ line, props, links }: { line: LedLine; props: Props; links: MailLinks }) {
  const { session, before, notes, what } = line;
  const path = props.leads ? `/animation/seances/${session.sessionId}` : `/intervenant/seances/${session.sessionId}`;
  const place = before && [before.place, before.address].filter((words) => words !== '').join(', ');
  const said = all(props, what) ? null : SENTENCES[what];
  return (
    <>
      <SessionFacts session={session} href={links.to(path)} />
      {before && (
        <Small>
          C’était prévu : <s>{`${before.when}, ${place}`}</s>
        </Small>
      )}
      {what === 'ASKED_AGAIN' && <Say>L’horaire change : dites si vous pouvez toujours venir.</Say>}
      {said !== null && <Say>{said}</Say>}
      {notes.map((note) => (
        <Say key={note}>{note}</Say>
      ))}
    </>
  );
}

const SENTENCES: Record<LedLine['what'], string | null> = {
  PROPOSED: 'Cette date vous est proposée.',
  ASKED_AGAIN: null,
  MOVED: null,
  CHANGED: null,
  CANCELLED: 'Cette séance est annulée.',
  REMOVED: 'Cette date ne vous est plus demandée.',
};
