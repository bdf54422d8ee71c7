import type { TemplateName } from '#app/mail/templates.ts';

export const MESSAGE_KINDS = ['CHANGE', 'OFFER', 'REMINDER', 'OPENING', 'DIGEST', 'TRAINING'] as const;
export type MessageKindName = (typeof MESSAGE_KINDS)[number];

export const CHANNELS = ['MAIL', 'SMS', 'PUSH'] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * What each mail is about, for those who choose how they hear of it. Null: always a mail, whatever is chosen: sign-in,
 * one's own file, and what the team is told of its work.
 */
export const KIND_OF: Record<TemplateName, MessageKindName | null> = {
  'login-code': null,
  'enrollment-confirmed': 'CHANGE',
  'enrollment-requested': 'CHANGE',
  'enrollment-waiting': 'CHANGE',
  'offer-made': 'OFFER',
  'offer-expired': 'CHANGE',
  'enrollment-promoted': 'CHANGE',
  'enrollment-withdrawn': 'CHANGE',
  'enrollment-changed': 'CHANGE',
  'enrollment-refused': 'CHANGE',
  'enrollment-skipped': 'CHANGE',
  'session-moved': 'CHANGE',
  'session-cancelled': 'CHANGE',
  'sessions-moved': 'CHANGE',
  'sessions-cancelled': 'CHANGE',
  'session-handed-over': 'CHANGE',
  'group-joined': 'CHANGE',
  'group-left': 'CHANGE',
  'group-answer': 'CHANGE',
  'message-to-enrolled': 'CHANGE',
  'session-reminder': 'REMINDER',
  'opening-announced': 'OPENING',
  'new-sessions': 'DIGEST',
  'material-added': 'TRAINING',
  'need-campaign': 'TRAINING',
  'feedback-asked': 'TRAINING',
  'training-news': 'TRAINING',
  'record-changed': 'TRAINING',
  'expiry-near': 'TRAINING',
  'expiry-digest': null,
  'training-line': null,
  'access-opened': null,
  'access-refused': null,
  'file-changed': null,
  'group-report': null,
  'decision-due': null,
  'animator-covers': null,
  'animator-covered': null,
  'sessions-led': null,
  'proposal-answered': null,
};

/** Nobody may be left without these: one channel that reaches her stays, whatever she chose. */
export const ESSENTIAL: Record<MessageKindName, boolean> = {
  CHANGE: true,
  OFFER: true,
  REMINDER: false,
  OPENING: false,
  DIGEST: false,
  TRAINING: false,
};

/** Channels of who has chosen nothing; a text message only when no mail can reach her. The digest is asked for. */
export const DEFAULTS: Record<MessageKindName, { mail: boolean; smsWithoutMail: boolean; push: boolean }> = {
  CHANGE: { mail: true, smsWithoutMail: true, push: true },
  OFFER: { mail: true, smsWithoutMail: true, push: true },
  REMINDER: { mail: true, smsWithoutMail: true, push: true },
  OPENING: { mail: true, smsWithoutMail: false, push: false },
  DIGEST: { mail: false, smsWithoutMail: false, push: false },
  TRAINING: { mail: true, smsWithoutMail: false, push: false },
};

/** A digest is a list: it goes by mail alone. */
export const OFFERED: Record<MessageKindName, readonly Channel[]> = {
  CHANGE: CHANNELS,
  OFFER: CHANNELS,
  REMINDER: CHANNELS,
  OPENING: CHANNELS,
  DIGEST: ['MAIL'],
  TRAINING: CHANNELS,
};

export const KIND_WORDS: Record<MessageKindName, { label: string; hint: string }> = {
  CHANGE: { label: 'Vos inscriptions', hint: 'Place confirmée, séance déplacée ou annulée, mot du relais.' },
  OFFER: { label: 'Une place se libère', hint: 'L’offre qui vous attend, avec son délai pour répondre.' },
  REMINDER: { label: 'Rappels', hint: 'Avant chaque séance où vous êtes inscrite.' },
  OPENING: { label: 'Ouverture des inscriptions', hint: 'Quand le relais annonce de nouvelles dates.' },
  DIGEST: { label: 'Nouveautés de la semaine', hint: 'Le lundi matin, s’il y a du nouveau dans ce que vous suivez.' },
  TRAINING: { label: 'Formation', hint: 'Besoins, dossiers, questionnaires, attestations.' },
};

export const CHANNEL_WORDS: Record<Channel, string> = { MAIL: 'E-mail', SMS: 'SMS', PUSH: 'Notification' };

/** Is this one of the kinds? For what comes from outside. */
export function isMessageKind(value: unknown): value is MessageKindName {
  return MESSAGE_KINDS.some((kind) => kind === value);
}
