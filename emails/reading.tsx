import type { ReadingWords } from '#app/mail/templates.ts';

import { Action, Paragraph } from './layout.tsx';
import type { MailLinks } from './template.ts';

/** Asks her to say that she has read; nothing when nobody waits for it. */
export function Reading({ reading, links }: { reading?: ReadingWords | null | undefined; links: MailLinks }) {
  if (!reading) return null;
  return (
    <>
      <Paragraph>Dites-nous que vous avez lu ce message : le relais n’aura pas à vous appeler.</Paragraph>
      <Action href={links.read(reading.enrollmentId, reading.round)}>J’ai bien lu</Action>
    </>
  );
}
