import { sessionsIn } from '#app/mail/short-text.ts';
import type { MailContent } from '#app/mail/templates.ts';

/** A reminder says "demain": half a day after it was due, it says something wrong. */
const REMINDER_HOLDS_MS = 12 * 3_600_000;

/** Would this message, due at `queuedAt`, tell her only of what is over? */
export function isPast(content: MailContent, queuedAt: Date, now: Date): boolean {
  if (content.template === 'session-reminder' && now.getTime() - queuedAt.getTime() > REMINDER_HOLDS_MS) return true;
  const sessions = sessionsIn(content.props);
  return sessions.length > 0 && sessions.every(({ startsAt }) => new Date(startsAt) <= now);
}
