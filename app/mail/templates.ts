/**
 * What each mail says, as plain JSON kept in the outbox until it is sent. French words come ready made from the
 * caller; links are derived when the mail is rendered, so that no secret is stored.
 */

export type RelaisWords = { name: string; phone: string | null; email: string | null };

export type SessionWords = {
  sessionId: string;
  title: string;
  /** "mardi 24 novembre", for the subject. */
  day: string;
  /** "mardi 24 novembre, 9 h 30 – 11 h". */
  when: string;
  place: string;
  /** On one line; '' when there is none. */
  address: string;
  bring: string | null;
  relais: RelaisWords;
  /** ISO instants and the collectivité's zone, for the calendar entry. */
  startsAt: string;
  endsAt: string;
  timezone: string;
};

/** Of whom reading is awaited: the mail holds the link "J'ai bien lu". */
export type ReadingWords = { enrollmentId: string; round: number };

type AboutSession = {
  session: SessionWords;
  /** ANALYSE: the props are erased once sent (rule 8). */
  confidential?: boolean;
};

/** `party`: "vous", "vous et 2 enfants". */
type AboutParty = AboutSession & { party: string };

/** A live enrolment: the mail holds a link to withdraw. `round` is the enrolment's `offerRound`. */
type AboutEnrollment = AboutParty & { enrollmentId: string; round: number };

/** What it was before a move. */
type Before = { when: string; place: string; address: string };

type Gathered<Change> = {
  relais: RelaisWords;
  confidential?: boolean;
  changes: Change[];
  reading?: ReadingWords | null;
};

/** About her file or her access; `relais`: whom to ask. */
type AboutFile = { relais: RelaisWords | null; confidential?: boolean };

/** `news`: why her place changed, when something other than her dates says it: a title, then sentences; never in the subject, which who reads no needs may see. */
type AboutPlace = { group: string; news?: { title: string; lines: string[] } };

type AboutGroup = { relais: RelaisWords; confidential?: boolean; group: string };

/** What one who leads or speaks hears of a session; `before`: what it was, when it moved; `notes`: sentences. */
export type LedLine = {
  session: SessionWords;
  what: 'PROPOSED' | 'ASKED_AGAIN' | 'MOVED' | 'CHANGED' | 'CANCELLED' | 'REMOVED';
  before: Before | null;
  notes: string[];
};

export type TemplateProps = {
  /** `code`: 8 digits; `link`: path (or address) of the sign-in page. */
  'login-code': { code: string; link: string };
  'enrollment-confirmed': AboutEnrollment;
  /** `reasons`: sentences telling why an answer is needed; may be empty. */
  'enrollment-requested': AboutEnrollment & { reasons: string[] };
  /** `lacking`: "il manque 1 place enfant"; `wish` as chosen when joining. */
  'enrollment-waiting': AboutEnrollment & { rank: number; lacking: string; wish: 'ENROLL' | 'ASK' };
  /** `deadline`: "lundi 23 novembre, 18 h". */
  'offer-made': AboutEnrollment & { deadline: string };
  'offer-expired': AboutParty;
  'enrollment-promoted': AboutEnrollment;
  /** `byStaff`: someone of the relais withdrew her. */
  'enrollment-withdrawn': AboutParty & { byStaff: boolean; late: boolean };
  'enrollment-changed': AboutEnrollment & { before: string };
  /** `reason`: one sentence, or null. */
  'enrollment-refused': AboutParty & { reason: string | null };
  /** Her turn came and she no longer qualified: `reason` is one sentence. She keeps her rank. */
  'enrollment-skipped': AboutEnrollment & { reason: string };
  /** `note`: one more sentence, as an overlap that the move creates. */
  'session-moved': AboutEnrollment & {
    before: Before;
    note: string | null;
    reading?: ReadingWords | null;
  };
  'session-cancelled': AboutParty & { reason: string | null; reading?: ReadingWords | null };
  /** Several sessions at once, one mail. `reading` stands for all of them. */
  'sessions-moved': Gathered<AboutEnrollment & { before: Before | null; notes: string[] }>;
  'sessions-cancelled': Gathered<AboutParty & { enrollmentId: string }> & { reason: string };
  /** She may sign in from now on, with the address this mail goes to. */
  'access-opened': AboutFile;
  /** `words`: what the relais answers, or null; erased once sent. */
  'access-refused': AboutFile & { words: string | null };
  /** `changes`: sentences. */
  'file-changed': AboutFile & { changes: string[] };
  /** All her group's dates in one mail; `group`: "le groupe du mardi"; `joined`: she has just come into it, else dates are new. */
  'group-joined': Gathered<AboutEnrollment & { note: string | null }> & AboutPlace & { joined: boolean };
  /** Places of the group given back; `left`: she is no longer in it, else it comes no more on these dates. */
  'group-left': Gathered<AboutParty & { enrollmentId: string }> & AboutPlace & { left: boolean };
  /** Where her application to a group stands. */
  'group-answer': AboutGroup & { answer: 'APPLIED' | 'WAITING' | 'REFUSED' };
  /** To who looks after a group: who waits or could not be enrolled, a line each. */
  'group-report': AboutGroup & { cohortId: string; lines: string[] };
  /** Written by someone of the team: `sender` is her name. */
  'message-to-enrolled': AboutSession & { subject: string; text: string; sender: string };
  /** To who leads a session: too few are enrolled, its fate is to decide. `enrolled`: one sentence. */
  'decision-due': AboutSession & { enrolled: string; deadline: string };
  /** To who leads a session from now on; `absent`: whom she replaces, or null; `by`: who decided it, or null. */
  'animator-covers': AboutSession & { absent: string | null; by: string | null };
  /** To who leads it no more. */
  'animator-covered': AboutSession & { replacement: string; by: string | null };
  /**
   * To who leads or speaks: dates proposed, moved, cancelled, taken back. `answer`: whom the link answers for; `by`: who
   * did it; `leads`: she animates.
   */
  'sessions-led': {
    relais: RelaisWords;
    confidential?: boolean;
    lines: LedLine[];
    answer: { personId: string; round: number } | null;
    reason: string | null;
    by: string | null;
    leads: boolean;
  };
  /** To who planned dates: what the intervenant answered, with his word. */
  'proposal-answered': {
    relais: RelaisWords;
    confidential?: boolean;
    intervenant: string;
    answer: 'ACCEPTED' | 'DECLINED';
    word: string | null;
    sessions: SessionWords[];
  };
  /** Booking opens; each session says from when she may. `more`: how many are only in the catalogue. */
  'opening-announced': {
    relais: RelaisWords;
    /** "Éveil musical", "3 activités", for the subject. */
    what: string;
    sessions: { sessionId: string; title: string; when: string; place: string; opening: string }[];
    more: number;
    /** When each line is a whole activity: how many sessions they have in all. */
    total?: number;
    confidential?: boolean;
  };
  /** What she has on one day; `soon`: "demain", "dans 2 jours". */
  'session-reminder': {
    relais: RelaisWords;
    day: string;
    soon: string;
    sessions: AboutEnrollment[];
    confidential?: boolean;
  };
  /** What is new of what she follows; `more`: how many are only in the catalogue. */
  'new-sessions': {
    relais: RelaisWords | null;
    sessions: { sessionId: string; title: string; when: string; place: string; relais: string }[];
    more: number;
    confidential?: boolean;
  };
  /** A document to read after a session is there. */
  'material-added': {
    relais: RelaisWords;
    activity: string;
    /** Whose documents it is among. */
    activityId?: string;
    title: string;
    confidential?: boolean;
  };
  /** What she wishes to learn, by a link of her own; `words`: the animator's, or ''. `closes`: "vendredi 18 décembre". */
  'need-campaign': {
    relais: RelaisWords;
    inviteId: string;
    words: string;
    closes: string;
    reminder: boolean;
    confidential?: boolean;
  };
  /** What she thought of a training, by a link of her own. */
  'feedback-asked': { relais: RelaisWords; askId: string; training: string; confidential?: boolean };
  /** To a professional of a plan line: `news` "Votre formation est financée"; `lines`: sentences. */
  'training-news': { relais: RelaisWords; confidential?: boolean; training: string; news: string; lines: string[] };
  /** To who looks after a plan line, or validates it. */
  'training-line': {
    relais: RelaisWords;
    confidential?: boolean;
    lineId: string;
    training: string;
    news: string;
    lines: string[];
  };
  /** Another relais receives her; `before`: the name of the former one. */
  'session-handed-over': AboutEnrollment & { before: string };
  /** Something of her record changed: a result, an attestation. `what`: for the subject; `path`: where to read it. */
  'record-changed': AboutFile & { what: string; sentences: string[]; path: string };
  /** A certificate of hers ends soon. `until`: "14 mars 2027". */
  'expiry-near': AboutFile & { what: string; until: string };
  /** To an animator: what ends soon in her relais, a line each; `more`: how many are left out. */
  'expiry-digest': AboutFile & { lines: string[]; more: number };
};

export type TemplateName = keyof TemplateProps;

/** A template and its props; generic so that both can be followed together. */
export type MailContent<Name extends TemplateName = TemplateName> = {
  [N in Name]: { template: N; props: TemplateProps[N] };
}[Name];

export type InvitationMethod = 'REQUEST' | 'CANCEL';

/** What its calendar part says of an entry; `sequence` rises at each message of the same uid (RFC 5546). */
export type InvitationPart = { uid: string; method: InvitationMethod; sequence: number };

const NAMES: Record<TemplateName, true> = {
  'login-code': true,
  'enrollment-confirmed': true,
  'enrollment-requested': true,
  'enrollment-waiting': true,
  'offer-made': true,
  'offer-expired': true,
  'enrollment-promoted': true,
  'enrollment-withdrawn': true,
  'enrollment-changed': true,
  'enrollment-refused': true,
  'enrollment-skipped': true,
  'session-moved': true,
  'session-cancelled': true,
  'sessions-moved': true,
  'sessions-cancelled': true,
  'access-opened': true,
  'access-refused': true,
  'file-changed': true,
  'group-joined': true,
  'group-left': true,
  'group-answer': true,
  'group-report': true,
  'message-to-enrolled': true,
  'decision-due': true,
  'animator-covers': true,
  'animator-covered': true,
  'session-handed-over': true,
  'training-news': true,
  'training-line': true,
  'opening-announced': true,
  'record-changed': true,
  'expiry-near': true,
  'expiry-digest': true,
  'material-added': true,
  'need-campaign': true,
  'feedback-asked': true,
  'sessions-led': true,
  'proposal-answered': true,
  'session-reminder': true,
  'new-sessions': true,
};

/** Is what the outbox kept a content? Props are written by `enqueueMail` alone: only emptied ones are told apart. */
export function isMailContent(content: { template: string; props: unknown }): content is MailContent {
  const { template, props } = content;
  return Object.hasOwn(NAMES, template) && typeof props === 'object' && props !== null && Object.keys(props).length > 0;
}

/** Must these props leave the database once the mail is sent? */
export function isConfidential(content: MailContent): boolean {
  return content.template === 'login-code' || content.props.confidential === true;
}
