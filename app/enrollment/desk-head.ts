import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { deadline, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import type { DeskAccess, DeskRights } from './desk-access.server.ts';
import { placeInWords } from './place-words.ts';

/** The head of a session's desk and of the pages under it. */
export type DeskHead = {
  sessionId: string;
  activityId: string;
  kind: ActivityKindName;
  title: string;
  when: string;
  place: string;
  relais: string;
  state: 'DRAFT' | 'PUBLISHED' | 'CANCELLED';
  cancelReason: string | null;
  confidential: boolean;
  as: DeskAccess['as'];
  named: boolean;
  rights: DeskRights;
  started: boolean;
  past: boolean;
  /** The sheet may be marked: from the session's day on. */
  today: boolean;
  /** "Les inscriptions ferment lundi 23 novembre, 18 h." */
  window: string;
  /** Enrolment is closed, the session has not begun: those waiting are called. */
  calling: boolean;
};

/** The head of a session's desk, in words. */
export function deskHead(access: DeskAccess, now: Date): DeskHead {
  const { meeting, as, named, rights } = access;
  const { startsAt, endsAt, zone } = meeting;
  const today = localDate(now, zone);
  const started = now >= startsAt;
  return {
    sessionId: meeting.id,
    activityId: meeting.activityId,
    kind: meeting.kind,
    title: meeting.title,
    when: when(startsAt, endsAt, zone, { reference: today }),
    place: placeInWords(meeting.site),
    relais: meeting.relais.name,
    state: meeting.state,
    cancelReason: null,
    confidential: meeting.kind === 'ANALYSE',
    ...{ as, named, rights },
    started,
    past: now >= endsAt,
    today: localDate(startsAt, zone) <= today,
    window: windowInWords(access, now),
    calling:
      meeting.state === 'PUBLISHED' &&
      !started &&
      meeting.rules.mode !== 'FREE' &&
      now >= (meeting.closesAt ?? startsAt),
  };
}

function windowInWords({ meeting }: DeskAccess, now: Date): string {
  const { opensAt, closesAt, startsAt, zone, rules, state } = meeting;
  const option = { reference: localDate(now, zone) };
  if (state !== 'PUBLISHED' || now >= startsAt) return '';
  if (rules.mode === 'FREE') return 'Accès libre : personne ne s’inscrit.';
  if (opensAt && now < opensAt) return `Les inscriptions ouvrent ${deadline(opensAt, zone, option)}.`;
  const end = closesAt ?? startsAt;
  const close = end >= startsAt ? 'au début de la séance' : deadline(end, zone, option);
  return now < end ? `Les inscriptions ferment ${close}.` : `Les inscriptions sont closes depuis ${close}.`;
}
