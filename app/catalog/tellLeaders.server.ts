import type { Tx } from '#app/db/client.server.ts';
import { enqueueMail, type OutgoingMailInput } from '#app/mail/enqueueMail.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { heardOf, type Heard, type LedChange } from './leader-changes.ts';
import { roundOf } from './proposal.ts';

type Told = {
  actor: Actor;
  changes: readonly LedChange[];
  /** Why sessions are cancelled. */
  reason?: string;
};

/** Tells those who lead or speak what changes for them, one mail a person with all her dates, in the caller's transaction. */
export async function tellLeaders(tx: Tx, { actor, changes, reason }: Told, now: Date): Promise<void> {
  const byPerson = new Map<string, Heard[]>();
  for (const heard of changes.flatMap((change) => heardOf(change, actorId(actor)))) {
    const { personId } = heard.leader;
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), heard]);
  }
  if (byPerson.size === 0) return;
  const by = actor.kind === 'person' ? actor.name : null;
  await enqueueMail(
    tx,
    [...byPerson.values()].flatMap((hers) => mailFor(hers, { by, reason: reason ?? null }, now)),
  );
}

function mailFor(
  hers: readonly Heard[],
  { by, reason }: { by: string | null; reason: string | null },
  now: Date,
): OutgoingMailInput[] {
  const [first] = hers;
  if (!first || first.leader.email === null) return [];
  const { leader, meeting } = first;
  const lines = hers.map(({ line }) => line);
  const props = {
    relais: meeting.words.relais,
    confidential: hers.some((one) => one.meeting.kind === 'ANALYSE'),
    ...{ lines, by, leads: leader.role === 'ANIMATOR' },
    reason: lines.some(({ what }) => what === 'CANCELLED') ? reason : null,
    answer: answerOf(hers),
  };
  const to = { collectiviteId: meeting.collectiviteId, personId: leader.personId, to: first.leader.email, now };
  return [{ ...to, template: 'sessions-led', props }];
}

/** What the link that answers needs; null: nothing is asked. */
function answerOf(hers: readonly Heard[]): { personId: string; round: number } | null {
  const asked = hers.find(({ line: { what } }) => what === 'PROPOSED' || what === 'ASKED_AGAIN');
  const proposedAt = asked?.leader.proposedAt;
  return asked && proposedAt ? { personId: asked.leader.personId, round: roundOf(proposedAt) } : null;
}
