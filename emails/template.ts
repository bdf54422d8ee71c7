import type { ReactElement } from 'react';

import type { TemplateName, TemplateProps } from '#app/mail/templates.ts';

/** Absolute addresses, made when the mail is rendered. */
export type MailLinks = {
  home: string;
  to: (path: string) => string;
  session: (sessionId: string) => string;
  accept: (enrollmentId: string, round: number) => string;
  decline: (enrollmentId: string, round: number) => string;
  withdraw: (enrollmentId: string, round: number) => string;
  read: (enrollmentId: string, round: number) => string;
  need: (inviteId: string) => string;
  feedback: (askId: string) => string;
  /** Where an intervenant answers what he was asked then. */
  answer: (personId: string, round: number) => string;
};

export type BodyProps<Props> = {
  props: Props;
  links: MailLinks;
  /** "Bonjour Nadia,". */
  greeting: string;
};

export type Template<Name extends TemplateName> = {
  subject: (props: TemplateProps[Name]) => string;
  /** Shown after the subject in a list of mails. */
  preview: (props: TemplateProps[Name]) => string;
  Body: (given: BodyProps<TemplateProps[Name]>) => ReactElement;
};
