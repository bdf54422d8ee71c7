import { render, toPlainText } from '@react-email/render';
import { createElement } from 'react';

import { askLink } from '#app/mail/ask-links.server.ts';
import { mailLink } from '#app/mail/links.server.ts';
import type { MailContent, TemplateName } from '#app/mail/templates.ts';
import { keepHours } from '#app/time/french.ts';
import { accessOpened } from '#emails/access-opened.tsx';
import { accessRefused } from '#emails/access-refused.tsx';
import { Document } from '#emails/document.tsx';
import { decisionDue } from '#emails/decision-due.tsx';
import { animatorCovered } from '#emails/animator-covered.tsx';
import { animatorCovers } from '#emails/animator-covers.tsx';
import { enrollmentChanged } from '#emails/enrollment-changed.tsx';
import { enrollmentConfirmed } from '#emails/enrollment-confirmed.tsx';
import { enrollmentPromoted } from '#emails/enrollment-promoted.tsx';
import { enrollmentRefused } from '#emails/enrollment-refused.tsx';
import { enrollmentRequested } from '#emails/enrollment-requested.tsx';
import { enrollmentSkipped } from '#emails/enrollment-skipped.tsx';
import { enrollmentWaiting } from '#emails/enrollment-waiting.tsx';
import { enrollmentWithdrawn } from '#emails/enrollment-withdrawn.tsx';
import { feedbackAsked } from '#emails/feedback-asked.tsx';
import { expiryDigest } from '#emails/expiry-digest.tsx';
import { expiryNear } from '#emails/expiry-near.tsx';
import { fileChanged } from '#emails/file-changed.tsx';
import { groupAnswer } from '#emails/group-answer.tsx';
import { groupJoined } from '#emails/group-joined.tsx';
import { groupLeft } from '#emails/group-left.tsx';
import { groupReport } from '#emails/group-report.tsx';
import { loginCode } from '#emails/login-code.tsx';
import { materialAdded } from '#emails/material-added.tsx';
import { messageToEnrolled } from '#emails/message-to-enrolled.tsx';
import { needCampaign } from '#emails/need-campaign.tsx';
import { newSessions } from '#emails/new-sessions.tsx';
import { offerExpired } from '#emails/offer-expired.tsx';
import { offerMade } from '#emails/offer-made.tsx';
import { openingAnnounced } from '#emails/opening-announced.tsx';
import { proposalAnswered } from '#emails/proposal-answered.tsx';
import { recordChanged } from '#emails/record-changed.tsx';
import { sessionCancelled } from '#emails/session-cancelled.tsx';
import { sessionHandedOver } from '#emails/session-handed-over.tsx';
import { sessionMoved } from '#emails/session-moved.tsx';
import { sessionReminder } from '#emails/session-reminder.tsx';
import { sessionsCancelled } from '#emails/sessions-cancelled.tsx';
import { sessionsLed } from '#emails/sessions-led.tsx';
import { sessionsMoved } from '#emails/sessions-moved.tsx';
import { SurroundContext, type Surround } from '#emails/surround.ts';
import { trainingLine } from '#emails/training-line.tsx';
import { trainingNews } from '#emails/training-news.tsx';
import type { MailLinks, Template } from '#emails/template.ts';

const templates: { [Name in TemplateName]: Template<Name> } = {
  'login-code': loginCode,
  'enrollment-confirmed': enrollmentConfirmed,
  'enrollment-requested': enrollmentRequested,
  'enrollment-waiting': enrollmentWaiting,
  'offer-made': offerMade,
  'offer-expired': offerExpired,
  'enrollment-promoted': enrollmentPromoted,
  'enrollment-withdrawn': enrollmentWithdrawn,
  'enrollment-changed': enrollmentChanged,
  'enrollment-refused': enrollmentRefused,
  'enrollment-skipped': enrollmentSkipped,
  'session-moved': sessionMoved,
  'session-cancelled': sessionCancelled,
  'sessions-moved': sessionsMoved,
  'sessions-cancelled': sessionsCancelled,
  'access-opened': accessOpened,
  'access-refused': accessRefused,
  'file-changed': fileChanged,
  'group-joined': groupJoined,
  'group-left': groupLeft,
  'group-answer': groupAnswer,
  'group-report': groupReport,
  'message-to-enrolled': messageToEnrolled,
  'decision-due': decisionDue,
  'animator-covers': animatorCovers,
  'animator-covered': animatorCovered,
  'session-handed-over': sessionHandedOver,
  'opening-announced': openingAnnounced,
  'record-changed': recordChanged,
  'expiry-near': expiryNear,
  'expiry-digest': expiryDigest,
  'training-news': trainingNews,
  'training-line': trainingLine,
  'material-added': materialAdded,
  'need-campaign': needCampaign,
  'feedback-asked': feedbackAsked,
  'sessions-led': sessionsLed,
  'proposal-answered': proposalAnswered,
  'session-reminder': sessionReminder,
  'new-sessions': newSessions,
};

export type MailSite = {
  appUrl: string;
  /** Signs the links that need no sign-in. */
  secret: string;
};

export type RenderedMail = { subject: string; html: string; text: string };

const ALONE: Surround = { introduction: null, stop: null, carriesEntry: true };

/** A mail's words, in HTML and in text; `firstName` null when the recipient has no file. */
export async function renderMail<Name extends TemplateName>(
  content: MailContent<Name>,
  site: MailSite,
  firstName: string | null,
  surround: Surround = ALONE,
): Promise<RenderedMail> {
  const { preview, Body }: Template<Name> = templates[content.template];
  const title = subjectOf(content);
  const body = createElement(Body, {
    props: content.props,
    links: linksOf(site),
    greeting: firstName === null ? 'Bonjour,' : `Bonjour ${firstName},`,
  });
  const whole = createElement(SurroundContext.Provider, { value: surround }, body);
  const page = await render(createElement(Document, { title, preview: preview(content.props), children: whole }));
  const html = typeset(page.replace(/^<!DOCTYPE[^>]*>/, '<!DOCTYPE html>').replaceAll(/<!--[\s/$]*-->/g, ''));
  return { subject: title, html, text: `${toPlainText(html, { selectors }).trim()}\n` };
}

/** A mail's subject alone. */
export function subjectOf<Name extends TemplateName>(content: MailContent<Name>): string {
  const { subject }: Template<Name> = templates[content.template];
  return typeset(subject(content.props));
}

/** A telephone number is not written twice; facts of one session stand apart from the next one's. */
const selectors = [
  { selector: 'a[href^="tel:"]', format: 'anchor', options: { ignoreHref: true } },
  { selector: 'div[data-facts]', format: 'block', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
];

function linksOf({ appUrl, secret }: MailSite): MailLinks {
  const to = (path: string) => new URL(path, appUrl).href;
  return {
    home: to('/'),
    to,
    session: (sessionId) => to(`/seances/${sessionId}`),
    accept: (id, round) => mailLink({ appUrl, secret, purpose: 'offer', id, round }),
    decline: (id, round) => mailLink({ appUrl, secret, purpose: 'offer', answer: 'refus', id, round }),
    withdraw: (id, round) => mailLink({ appUrl, secret, purpose: 'withdraw', id, round }),
    read: (id, round) => mailLink({ appUrl, secret, purpose: 'read', id, round }),
    need: (id) => askLink({ appUrl, secret, purpose: 'need', id }),
    feedback: (id) => askLink({ appUrl, secret, purpose: 'feedback', id }),
    answer: (id, round) => mailLink({ appUrl, secret, purpose: 'propose', id, round }),
  };
}

/** French wants a non-breaking space before these signs, after an opening guillemet, and within an hour. */
function typeset(words: string): string {
  return keepHours(words)
    .replaceAll(/ (?=[:;?!»])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0');
}
