import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { MailContent } from '#app/mail/templates.ts';
import type { Actor } from '#app/people/actor.ts';
import type { LedSession } from './led-session.server.ts';

type Person = { id: string; name: string; email: string | null };
type Told = { actor: Actor; session: LedSession; absent: Person | null; replacement: Person };

/** Tells who leads the session from now on, and who leads it no more, in the caller's transaction. */
export async function tellReplacement(tx: Tx, { actor, session, absent, replacement }: Told, now: Date): Promise<void> {
  const about = { session: session.words, confidential: session.kind === 'ANALYSE' };
  const byFor = (person: Person) => (actor.kind === 'person' && actor.personId !== person.id ? actor.name : null);
  const mail = (person: Person, content: MailContent): OutgoingMailInput[] => {
    const to = { collectiviteId: session.collectiviteId, personId: person.id };
    return person.email === null ? [] : [{ ...content, ...to, to: person.email, now }];
  };
  const covers = { ...about, absent: absent?.name ?? null, by: byFor(replacement) };
  const covered = absent && { ...about, replacement: replacement.name, by: byFor(absent) };
  await enqueueMail(tx, [
    ...mail(replacement, { template: 'animator-covers', props: covers }),
    ...(absent && covered ? mail(absent, { template: 'animator-covered', props: covered }) : []),
  ]);
}
