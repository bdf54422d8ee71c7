import type { Tx } from '#app/db/client.server.ts';
import { enrollmentUid } from '#app/documents/calendar-uid.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import type { EndedParty } from './endSession.server.ts';
import { aboutParty } from './notices.server.ts';

/** Tells those whose places ended with their sessions, one mail a person, in the caller's transaction. */
export async function tellCancelled(tx: Tx, parties: readonly EndedParty[], reason: string, now: Date): Promise<void> {
  const byPerson = new Map<string, EndedParty[]>();
  for (const party of parties) {
    if (party.person) byPerson.set(party.person.id, [...(byPerson.get(party.person.id) ?? []), party]);
  }
  await enqueueMail(
    tx,
    [...byPerson.values()].flatMap((hers) => mailFor(hers, reason, now)),
  );
}

function mailFor(hers: readonly EndedParty[], reason: string, now: Date): OutgoingMailInput[] {
  const [first, ...others] = hers;
  if (!first?.person) return [];
  const { meeting, person, reading } = first;
  const to = { collectiviteId: meeting.collectiviteId, personId: person.id, to: first.person.email, now };
  const confirmed = person.readsFeed ? [] : hers.filter(({ state }) => state === 'CONFIRMED');
  const invitations = confirmed.map(({ enrollmentId }) => ({
    ...{ uid: enrollmentUid(enrollmentId), method: 'CANCEL' as const },
  }));
  if (others.length === 0) {
    const [invitation] = invitations;
    const props = { ...aboutParty(meeting, first.children), reason, reading };
    return [{ ...to, template: 'session-cancelled', props, ...(invitation ? { invitation } : {}) }];
  }
  const changes = hers.map(({ meeting, children, enrollmentId }) => ({
    ...aboutParty(meeting, children),
    enrollmentId,
  }));
  const confidential = hers.some(({ meeting }) => meeting.kind === 'ANALYSE');
  const props = { relais: meeting.relais, confidential, changes, reason, reading };
  return [{ ...to, template: 'sessions-cancelled', props, invitations }];
}
