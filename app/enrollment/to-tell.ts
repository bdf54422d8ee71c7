import { capital, when } from '#app/time/french.ts';

/** Why nobody knows yet whether she has heard. */
export type Unheard = 'NO_MAIL' | 'MAIL_FAILED' | 'UNREAD';

export type MovedFrom = { startsAt: string; endsAt: string; place: string };

export type ChangeToTell = {
  cause: 'CANCELLED' | 'MOVED' | 'OTHER';
  startsAt: Date;
  endsAt: Date;
  place: string;
  zone: string;
  before: MovedFrom | null;
  cancelReason: string | null;
};

/** What to say on the telephone: what changed, what was, what is. */
export type ToSay = { what: string; was: string | null; now: string | null; why: string | null };

/** The change as one says it; `reference` is today. */
export function toSay(change: ChangeToTell, reference: string): ToSay {
  const { cause, startsAt, endsAt, place, zone, before, cancelReason } = change;
  const meeting = `${capital(when(startsAt, endsAt, zone, { reference }))}, ${place}`;
  if (cause === 'CANCELLED') return { what: 'Annulée', was: meeting, now: null, why: cancelReason };
  const was = before && wasInWords(before, zone, reference);
  return { what: cause === 'MOVED' ? 'Déplacée' : 'Changée', was, now: meeting, why: null };
}

function wasInWords({ startsAt, endsAt, place }: MovedFrom, zone: string, reference: string): string {
  return `${capital(when(new Date(startsAt), new Date(endsAt), zone, { reference }))}, ${place}`;
}

/** Reads back what `tellAbout` kept; null for anything else. */
export function movedFrom(kept: unknown): MovedFrom | null {
  const text = (name: string): string | null => {
    const value: unknown = typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : null;
    return typeof value === 'string' ? value : null;
  };
  const [startsAt, endsAt, place] = [text('startsAt'), text('endsAt'), text('place')];
  return startsAt === null || endsAt === null || place === null ? null : { startsAt, endsAt, place };
}

/** "Pas d'e-mail", "E-mail non distribué", "N'a pas encore lu l'e-mail". */
export function unheardInWords(unheard: Unheard): string {
  switch (unheard) {
    case 'NO_MAIL':
      return 'Pas d’e-mail';
    case 'MAIL_FAILED':
      return 'E-mail non distribué';
    case 'UNREAD':
      return 'N’a pas encore dit avoir lu';
  }
}
