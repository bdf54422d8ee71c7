import { db, type Tx } from '#app/db/client.server.ts';
import { wants } from '#app/mail/channels.ts';
import {
  CHANNEL_WORDS,
  CHANNELS,
  ESSENTIAL,
  KIND_WORDS,
  MESSAGE_KINDS,
  OFFERED,
  type Channel,
  type MessageKindName,
} from '#app/mail/message-kinds.ts';
import { vapidKeys } from '#app/mail/push-crypto.server.ts';
import { hasGateway, receiversOf } from '#app/mail/receivers.server.ts';
import { DEFAULT_REMINDERS } from '#app/mail/reminder-moments.ts';
import { dayPlain } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { Actor } from './actor.ts';
import { ownSpace } from './own-space.server.ts';

export type KindChoice = {
  kind: MessageKindName;
  label: string;
  hint: string;
  essential: boolean;
  /** A box each column; null: this kind does not go that way. */
  boxes: { name: string; channel: Channel; label: string; wanted: boolean }[];
};

export type MyMessages = {
  kinds: KindChoice[];
  /** Columns: the channels by which something can reach her. */
  channels: { channel: Channel; label: string }[];
  remindDays: number[];
  quiet: { from: number; until: number };
  follows: { id: string; kind: string | null; relais: string | null; site: string | null }[];
  relais: { id: string; slug: string; name: string }[];
  sites: { id: string; name: string }[];
  browsers: { id: string; since: string }[];
  /** SMS are sent here, but she gave no mobile number. */
  lacksMobile: boolean;
  lacksMail: boolean;
  /** What a browser needs to subscribe. */
  pushKey: string;
};

/** How the actor hears of things, and what she may choose; null for a visitor. As many queries whatever she chose. */
export async function myMessages(actor: Actor, tx: Tx = db()): Promise<MyMessages | null> {
  const owner = await ownSpace(tx, actor);
  const receiver = owner && (await receiversOf(tx, [owner.personId])).get(owner.personId);
  if (!owner || !receiver) return null;
  const { reach, chosen, quiet } = receiver;
  const channels = CHANNELS.filter((channel) => reach[channel]);
  const habits = await tx.messageHabits.findUnique({ where: { personId: owner.personId } });
  const choices = await places(tx, owner.collectiviteId);
  const browsers = await tx.pushSubscription.findMany({
    where: { personId: owner.personId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, createdAt: true },
  });
  return {
    kinds: MESSAGE_KINDS.map((kind) => ({
      ...{ kind, ...KIND_WORDS[kind], essential: ESSENTIAL[kind] },
      boxes: channels
        .filter((channel) => OFFERED[kind].includes(channel))
        .map((channel) => ({
          ...{ name: `${kind}.${channel}`, channel, label: CHANNEL_WORDS[channel] },
          wanted: wants(kind, channel, chosen, reach),
        })),
    })),
    channels: channels.map((channel) => ({ channel, label: CHANNEL_WORDS[channel] })),
    remindDays: [...(habits?.remindDays ?? DEFAULT_REMINDERS)],
    quiet,
    follows: await followsOf(tx, owner.personId, choices),
    ...choices,
    browsers: browsers.map(({ id, createdAt }) => ({ id, since: dayPlain(localDate(createdAt, owner.zone)) })),
    lacksMobile: hasGateway() && !reach.SMS,
    lacksMail: !reach.MAIL,
    pushKey: vapidKeys(process.env.SESSION_SECRET ?? '').publicKey,
  };
}

type Places = { relais: { id: string; slug: string; name: string }[]; sites: { id: string; name: string }[] };

async function places(tx: Tx, collectiviteId: string): Promise<Places> {
  const orderBy = [{ name: 'asc' as const }, { id: 'asc' as const }];
  const where = { collectiviteId };
  const relais = await tx.relais.findMany({ where, orderBy, select: { id: true, slug: true, name: true } });
  const sites = await tx.site.findMany({ where, orderBy, select: { id: true, name: true } });
  return { relais, sites };
}

async function followsOf(tx: Tx, personId: string, { relais, sites }: Places) {
  const rows = await tx.follow.findMany({ where: { personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const nameIn = (list: Places['sites'], id: string | null) => list.find((one) => one.id === id)?.name ?? null;
  return rows.map(({ id, kind, relaisId, siteId }) => ({
    ...{ id, kind, relais: nameIn(relais, relaisId), site: nameIn(sites, siteId) },
  }));
}
