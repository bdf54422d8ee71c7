import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { enrollmentUid, sessionUid } from '#app/documents/calendar-uid.ts';
import type { UnstampedEntry } from '#app/documents/ical-revision.ts';
import type { LiveState } from '#app/enrollment/state.ts';
import { ageRange, capital, plural } from '#app/time/french.ts';

/** A published or cancelled session, with all that its calendar events print. */
export type SessionSource = {
  readonly id: string;
  readonly collectiviteId: string;
  readonly relaisId: string;
  readonly siteId: string;
  readonly kind: ActivityKindName;
  readonly cancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly title: string;
  /** replaces the title for this date; null: none */
  readonly theme: string | null;
  readonly description: string;
  readonly audience: string;
  readonly bring: string;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly relaisName: string;
  readonly relaisPhone: string | null;
  readonly siteKind: 'PLACE' | 'REMOTE' | 'TO_CONFIRM';
  readonly siteName: string;
  readonly siteAddress: string;
  /** how to get in: for those who hold the session, never public */
  readonly siteAccess: string;
  readonly commune: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** One party's enrolment, as her own calendar tells it; `CANCELLED`: with its session. */
export type EnrollmentSource = {
  readonly id: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly state: LiveState | 'CANCELLED';
  readonly children: number;
};

const LONGEST_DESCRIPTION = 600;

export const KIND_WORDS: Readonly<Record<ActivityKindName, string>> = {
  ATELIER: 'atelier d’éveil',
  REUNION: 'réunion à thème',
  ANALYSE: 'analyse de pratiques',
  FORMATION: 'formation',
  PASSERELLE: 'passerelle, sortie',
  EVENEMENT: 'temps fort',
  PERMANENCE: 'permanence',
};

/** What precedes the summary of a place that is not sure, and what its description says. */
const UNSURE = {
  REQUESTED: { before: 'À confirmer : ', sentence: 'Votre demande attend la réponse du relais.' },
  OFFERED: { before: 'Place proposée : ', sentence: 'Une place vous est proposée : répondez pour la garder.' },
  WAITING: { before: 'Liste d’attente : ', sentence: 'Vous êtes sur la liste d’attente, vous n’avez pas de place.' },
} as const;

/** What public feeds print of a session: nothing about persons, nothing volatile. */
export function sessionEntry(source: SessionSource, appUrl: string): UnstampedEntry {
  return { ...common(source, appUrl), uid: sessionUid(source.id), description: describe(source, appUrl, []) };
}

/**
 * What those who hold the session read: how to get in, whom to call, the way to its desk. Under the UID of the public
 * event; nothing about persons here either.
 */
export function teamEntry(source: SessionSource, appUrl: string): UnstampedEntry {
  const url = new URL(deskPath(source.id), appUrl).href;
  const access = source.siteAccess.trim() === '' ? '' : `Accès : ${shortened(source.siteAccess.trim())}`;
  const lines = describe(source, appUrl, [access]).split('\n');
  return {
    ...common(source, appUrl),
    uid: sessionUid(source.id),
    description: [...lines.slice(0, -1), url].join('\n'),
    url,
    private: true,
  };
}

/** The session's page of the team. */
export const deskPath = (sessionId: string) => `/animation/seances/${sessionId}`;

/** The session's page of an intervenant. */
export const practicalPath = (sessionId: string) => `/intervenant/seances/${sessionId}`;

/** What her own feed prints of a place: sure, or said not to be. A place on the waiting list takes no time. */
export function enrollmentEntry(source: SessionSource, hers: EnrollmentSource, appUrl: string): UnstampedEntry {
  const shown = common(source, appUrl);
  const unsure =
    source.cancelled || hers.state === 'CANCELLED' || hers.state === 'CONFIRMED' ? null : UNSURE[hers.state];
  const party = hers.children === 0 ? '' : `Vous venez avec ${plural(hers.children, 'enfant', 'enfants')}.`;
  return {
    ...shown,
    uid: enrollmentUid(hers.id),
    summary: unsure === null ? shown.summary : unsure.before + shown.summary,
    description: describe(source, appUrl, [unsure?.sentence ?? '', source.cancelled ? '' : party]),
    status: unsure === null ? shown.status : 'TENTATIVE',
    private: true,
    ...(unsure !== null && hers.state === 'WAITING' ? { transparent: true } : {}),
  };
}

function common(source: SessionSource, appUrl: string): Omit<UnstampedEntry, 'uid' | 'description'> {
  const { startsAt, endsAt, zone, kind, siteKind, siteName, siteAddress, commune, latitude, longitude } = source;
  const town = commune !== null && !siteAddress.includes(commune) && !siteName.includes(commune) ? commune : '';
  return {
    startsAt,
    endsAt,
    zone,
    summary: listed([titleOf(source), siteName], ' – '),
    location: siteKind === 'PLACE' ? listed([siteName, siteAddress, town], ', ') : siteName,
    ...(siteKind === 'PLACE' && latitude !== null && longitude !== null ? { geo: { latitude, longitude } } : {}),
    categories: [capital(KIND_WORDS[kind]), siteName],
    url: sessionUrl(source, appUrl),
    status: source.cancelled ? 'CANCELLED' : 'CONFIRMED',
    private: kind === 'ANALYSE',
  };
}

/** The theme of an analyse de pratiques is confidential (rule 8): its members read the group's own title. */
function titleOf({ kind, theme, title }: SessionSource): string {
  return kind === 'ANALYSE' ? title : theme || title;
}

function describe(source: SessionSource, appUrl: string, first: readonly string[]): string {
  const { kind, cancelled, description, audience, bring, ageMinMonths, ageMaxMonths } = source;
  const aged = ageMinMonths !== null || ageMaxMonths !== null;
  const lines = [
    cancelled ? 'Cette séance est annulée.' : '',
    ...first,
    `${capital(KIND_WORDS[kind])}.`,
    kind === 'ANALYSE' ? '' : shortened(description.trim()),
    audience && `Pour : ${audience}`,
    aged ? `Âge des enfants : ${ageRange(ageMinMonths, ageMaxMonths)}` : '',
    bring && `À prévoir : ${bring}`,
    listed([source.relaisName, source.relaisPhone ?? ''], ', '),
    sessionUrl(source, appUrl),
  ];
  return listed(lines, '\n');
}

const sessionUrl = ({ id }: SessionSource, appUrl: string) => new URL(`/seances/${id}`, appUrl).href;

const listed = (parts: readonly string[], between: string) => parts.filter((part) => part !== '').join(between);

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST_DESCRIPTION ? text : `${characters.slice(0, LONGEST_DESCRIPTION).join('')}…`;
}
