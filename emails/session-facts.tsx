import type { SessionWords } from '#app/mail/templates.ts';
import { plural } from '#app/time/french.ts';

import { Facts, TextLink } from './layout.tsx';

/** What, when, where, with whom, what to bring, and the page that says more. */
export function SessionFacts({ session, href, party }: { session: SessionWords; href: string; party?: string }) {
  const { title, when, place, address, bring } = session;
  return (
    <Facts
      lines={[
        ['Séance', <TextLink href={href}>{title}</TextLink>],
        ['Quand', when],
        ['Où', address === '' ? place : `${place}, ${address}`],
        ['Pour', party ?? ''],
        ['À prévoir', bring ?? ''],
      ]}
    />
  );
}

/** "Musique et comptines, mardi 24 novembre": the tail of a subject. */
export function named({ title, day }: SessionWords): string {
  return `${title}, ${day}`;
}

/** The same of several: the first, and how many others. */
export function namedAll(sessions: readonly SessionWords[]): string {
  const [first] = sessions;
  if (first === undefined) return '';
  return sessions.length === 1 ? named(first) : `${named(first)} et ${plural(sessions.length - 1, 'autre', 'autres')}`;
}
