import { plural } from '#app/time/french.ts';
import { Action, Frame, Paragraph, Say } from './layout.tsx';
import { SessionFacts } from './session-facts.tsx';
import type { Template } from './template.ts';

export const sessionReminder: Template<'session-reminder'> = {
  subject: ({ sessions, day, soon }) => {
    const [only, ...others] = sessions;
    const what = only && others.length === 0 ? only.session.title : plural(sessions.length, 'séance', 'séances');
    return `Rappel : ${what}, ${soon} (${day})`;
  },
  preview: ({ sessions }) => sessions.map(({ session }) => `${session.when}, ${session.place}`).join(' · '),
  Body: ({ props: { relais, soon, sessions }, links, greeting }) => (
    <Frame
      title={`À ${soon === 'demain' ? 'demain' : 'bientôt'}`}
      home={links.home}
      greeting={greeting}
      relais={relais}
    >
      <Say>
        {sessions.length === 1
          ? `Votre séance est ${soon}. Nous vous attendons.`
          : `Vous avez ${sessions.length} séances ${soon}. Nous vous attendons.`}
      </Say>
      {sessions.map(({ session, party, enrollmentId, round }) => (
        <div key={enrollmentId}>
          <SessionFacts session={session} href={links.session(session.sessionId)} party={party} />
          <Paragraph>Un empêchement ? Prévenez-nous : votre place servira à quelqu’un d’autre.</Paragraph>
          <Action href={links.withdraw(enrollmentId, round)} quiet>
            Me désister
          </Action>
        </div>
      ))}
    </Frame>
  ),
};
