import { isConfidential, type MailContent, type SessionWords } from '#app/mail/templates.ts';

/** A message in one line, and the page it is about. */
export type ShortText = {
  words: string;
  /** A path of the site; `offer:<enrolment>:<round>` for the page that answers an offer, signed when it is sent. */
  path: string;
};

/**
 * What a text message or a notification says in a mail's stead. Of what is confidential: a relais and a day, no title,
 * no place.
 */
export function shortText(content: MailContent): ShortText {
  const path = pathOf(content);
  if (isConfidential(content)) return { words: discreet(content), path };
  return { words: wordsOf(content), path };
}

const SPACE = '/mon-espace';

function pathOf({ template, props }: MailContent): string {
  if (template === 'offer-made') return `offer:${props.enrollmentId}:${props.round}`;
  if (template === 'opening-announced' || template === 'new-sessions') return '/activites';
  return SPACE;
}

/** What each wording of one session begins with. */
const BEGINNINGS = {
  'enrollment-confirmed': 'Inscription confirmée',
  'enrollment-requested': 'Demande enregistrée, à confirmer',
  'enrollment-waiting': 'Sur liste d’attente',
  'offer-expired': 'Offre expirée',
  'enrollment-promoted': 'Une place s’est libérée, vous êtes inscrite',
  'enrollment-withdrawn': 'Inscription retirée',
  'enrollment-changed': 'Inscription modifiée',
  'enrollment-refused': 'Demande refusée',
  'enrollment-skipped': 'Toujours sur liste d’attente',
  'session-handed-over': 'Changement de relais',
  'session-cancelled': 'ANNULÉ',
  'session-moved': 'DÉPLACÉ',
} as const;

function wordsOf({ template, props }: MailContent): string {
  if (template === 'offer-made')
    return `Une place pour vous : ${titled(props.session)}. Répondez avant ${props.deadline}.`;
  if (template === 'session-reminder') {
    return props.sessions.map(({ session }) => `Rappel : ${titled(session)}, ${session.place}.`).join(' ');
  }
  if (template === 'message-to-enrolled') {
    return `${props.session.relais.name}, ${props.session.day} : ${props.subject}. ${props.text}`;
  }
  if (template === 'sessions-moved') return `${props.changes.length} séances changent : ${listed(props.changes)}.`;
  if (template === 'sessions-cancelled') return `ANNULÉ : ${listed(props.changes)}. ${props.reason}`;
  if (template === 'opening-announced') return `Inscriptions : ${props.what}, ${props.relais.name}.`;
  return 'session' in props ? begun(template, props.session) : `${relaisIn(props)} : un message vous attend.`;
}

function begun(template: string, session: SessionWords): string {
  const [, words = 'Message'] = Object.entries(BEGINNINGS).find(([name]) => name === template) ?? [];
  return `${words} : ${titled(session)}, ${session.place}.`;
}

const listed = (changes: readonly { session: SessionWords }[]) =>
  changes.map(({ session }) => `${session.title}, ${session.day}`).join(' ; ');

const titled = ({ title, when }: SessionWords) => `${title}, ${when}`;

function discreet({ template, props }: MailContent): string {
  const days = [...new Set(sessionsIn(props).map(({ day }) => day))];
  const [day] = days;
  const name = relaisIn(props);
  if (day === undefined) return `${name} : un message vous attend.`;
  const about = days.length > 1 ? 'vos rendez-vous' : `votre rendez-vous du ${day}`;
  return template === 'session-reminder' ? `${name} : rappel, ${about}.` : `${name} : du nouveau pour ${about}.`;
}

/** The sessions a message speaks of. */
export function sessionsIn(props: MailContent['props']): SessionWords[] {
  if ('session' in props) return [props.session];
  if ('changes' in props) return props.changes.flatMap((one) => (typeof one === 'string' ? [] : [one.session]));
  return 'sessions' in props ? props.sessions.flatMap((one) => ('session' in one ? [one.session] : [])) : [];
}

function relaisIn(props: MailContent['props']): string {
  if ('session' in props) return props.session.relais.name;
  return ('relais' in props ? props.relais?.name : undefined) ?? 'Ribambelle';
}
