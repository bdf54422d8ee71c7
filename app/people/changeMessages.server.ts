import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import type { Chosen } from '#app/mail/channels.ts';
import { CHANNELS, ESSENTIAL, MESSAGE_KINDS, OFFERED, type MessageKindName } from '#app/mail/message-kinds.ts';
import { receiversOf, type Receiver } from '#app/mail/receivers.server.ts';
import { saveHabits, savePreferences, type Habits } from '#app/mail/savePreferences.server.ts';
import type { Actor } from './actor.ts';
import type { MessagesRefusal } from './messages-words.ts';
import { refuse, type Outcome } from './outcome.ts';
import { ownSpace } from './own-space.server.ts';

/** `wanted`: what she ticked, as "CHANGE.MAIL". */
export type MessagesInput = Habits & { wanted: readonly string[] };

/**
 * How the actor hears of things: channels by kind, reminders, quiet hours. What no channel of hers shows stays as it
 * was. Refuses to leave her without what she must get.
 */
export async function changeMessages(
  actor: Actor,
  input: MessagesInput,
  now: Date,
  tx?: Tx,
): Promise<Outcome<object, MessagesRefusal>> {
  return inTransaction(tx, async (tx) => {
    const owner = await ownSpace(tx, actor);
    const receiver = owner && (await receiversOf(tx, [owner.personId])).get(owner.personId);
    if (!owner || !receiver) return refuse({ code: 'NOT_FOUND' });
    const chosen = choicesOf(input.wanted, receiver);
    const without = leftWithout(chosen);
    if (without) return refuse({ code: 'LEFT_WITHOUT', kind: without });
    await savePreferences(tx, owner, chosen, now);
    await saveHabits(tx, owner, input, now);
    const { personId, collectiviteId } = owner;
    const entry = { collectiviteId, actorId: personId, subject: 'person', subjectId: personId } as const;
    await record(tx, now, { ...entry, what: 'messages.changed' });
    return { ok: true };
  });
}

function choicesOf(wanted: readonly string[], { reach }: Receiver): Chosen[] {
  return MESSAGE_KINDS.flatMap((kind) =>
    CHANNELS.filter((channel) => reach[channel] && OFFERED[kind].includes(channel)).map((channel) => ({
      ...{ kind, channel, wanted: wanted.includes(`${kind}.${channel}`) },
    })),
  );
}

function leftWithout(chosen: readonly Chosen[]): MessageKindName | null {
  const bound = MESSAGE_KINDS.filter((kind) => ESSENTIAL[kind] && chosen.some((one) => one.kind === kind));
  return bound.find((kind) => !chosen.some((one) => one.kind === kind && one.wanted)) ?? null;
}
