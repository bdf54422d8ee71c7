import type { SessionWords } from '#app/mail/templates.ts';

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
