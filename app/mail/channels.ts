import { CHANNELS, DEFAULTS, ESSENTIAL, OFFERED, type Channel, type MessageKindName } from '#app/mail/message-kinds.ts';

/** What she chose of one kind and channel; what is not there was never chosen. */
export type Chosen = { kind: MessageKindName; channel: Channel; wanted: boolean };

/** By what a message can reach her now. */
export type Reach = Readonly<Record<Channel, boolean>>;

/** Does she want this kind by this channel, as she chose or by default, whether it reaches her or not? */
export function wants(kind: MessageKindName, channel: Channel, chosen: readonly Chosen[], reach: Reach): boolean {
  if (!OFFERED[kind].includes(channel)) return false;
  const choice = chosen.find((one) => one.kind === kind && one.channel === channel);
  if (choice) return choice.wanted;
  const { mail, smsWithoutMail, push } = DEFAULTS[kind];
  return { MAIL: mail, SMS: smsWithoutMail && !reach.MAIL, PUSH: push }[channel];
}

/**
 * The channels by which a message of this kind leaves. What she must get and would reach her by none of them takes the
 * first that does, mail before SMS before notification.
 */
export function channelsFor(kind: MessageKindName, chosen: readonly Chosen[], reach: Reach): Channel[] {
  const channels = CHANNELS.filter((channel) => reach[channel] && wants(kind, channel, chosen, reach));
  if (channels.length > 0 || !ESSENTIAL[kind]) return channels;
  return CHANNELS.filter((channel) => reach[channel]).slice(0, 1);
}
