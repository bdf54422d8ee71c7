import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { kindLabel } from '#app/catalog/kinds.ts';
import { dayLong, dayPlain, hourRange, plural } from '#app/time/french.ts';
import { inHours } from './training-hours.ts';

export type CertificateScope = 'SESSION' | 'TRAINING' | 'YEAR';

/** A date, a training or a kind of presences; `training`: it is within the hours of training. */
export type CertificateLine = { words: string; minutes: number; training: boolean };

/** What the paper of a certificate says; kept as it was on the day of its issue, and never changed. */
export type CertificateFacts = {
  scope: CertificateScope;
  name: string;
  title: string;
  lines: CertificateLine[];
  /** Of training; for a session or a cycle: spent there. */
  minutes: number;
  /** YEAR: counted until that day, `YYYY-MM-DD`. */
  until: string | null;
  /** A training's certificate: obtained, and until when; null: nothing is said. */
  obtained: { expiresOn: string | null } | null;
  relais: string;
  collectivite: string;
  place: string;
  signatory: { name: string; role: string };
  issuedOn: string;
  /** It tells of a group of analysis: the team does not see it (rule 8). */
  discreet: boolean;
};

/** What is told of a date she came to. */
export type Came = {
  title: string;
  kind: ActivityKindName;
  /** Wall day and hours. */
  on: string;
  from: string;
  until: string;
  minutes: number;
};

/** What an attestation is called when nobody may read a theme. */
export const ANALYSE_TITLE = 'Analyse de pratiques professionnelles';

/** The dates of a session or of a cycle; of an analysis, days and hours alone, without theme. */
export function datesSaid(came: readonly Came[]): Pick<CertificateFacts, 'title' | 'lines' | 'minutes' | 'discreet'> {
  const [first] = came;
  const discreet = first?.kind === 'ANALYSE';
  const lines = came.map(({ on, from, until, minutes, kind }) => ({
    words: `${dayLong(on, { year: true })}, ${hourRange(from, until)}`,
    minutes,
    training: kind === 'FORMATION',
  }));
  const title = discreet ? ANALYSE_TITLE : (first?.title ?? '');
  return { title, lines, minutes: sum(came), discreet };
}

/** A year: each training with its last day, then presences by kind, then her analysis when she shows it. */
export function yearSaid(year: number, came: readonly (Came & { activityId: string })[]) {
  const trainings = new Map<string, { title: string; on: string; minutes: number }>();
  const others = new Map<ActivityKindName, { times: number; minutes: number }>();
  for (const { activityId, kind, title, on, minutes } of came) {
    if (kind === 'FORMATION') {
      const known = trainings.get(activityId);
      const last = known && known.on > on ? known.on : on;
      trainings.set(activityId, { title, on: last, minutes: (known?.minutes ?? 0) + minutes });
    } else {
      const known = others.get(kind);
      others.set(kind, { times: (known?.times ?? 0) + 1, minutes: (known?.minutes ?? 0) + minutes });
    }
  }
  const lines: CertificateLine[] = [
    ...[...trainings.values()].map(({ title, on, minutes }) => ({
      ...{ words: `Formation « ${title} », jusqu’au ${dayPlain(on, { year: true })}`, minutes, training: true },
    })),
    ...[...others].map(([kind, { times, minutes }]) => ({
      ...{ words: `${kindLabel(kind)} : ${plural(times, 'présence', 'présences')}`, minutes, training: false },
    })),
  ];
  const minutes = sum(lines.filter(({ training }) => training));
  return { title: `Année ${year}`, lines, minutes, discreet: others.has('ANALYSE') };
}

/** The same paper but for who signs it, where and when: it need not be issued again. */
export function saysTheSame(one: CertificateFacts, other: CertificateFacts): boolean {
  const said = ({ scope, name, title, lines, minutes, obtained, relais, discreet }: CertificateFacts) =>
    JSON.stringify([
      ...[scope, name, title, minutes, relais, discreet, obtained && [obtained.expiresOn]],
      lines.map(({ words, minutes: spent, training }) => [words, spent, training]),
    ]);
  return said(one) === said(other);
}

/** "Attestation de présence", "Attestation de formation", "Attestation annuelle". */
export function certificateTitle({ scope, lines }: Pick<CertificateFacts, 'scope' | 'lines'>): string {
  if (scope === 'YEAR') return 'Attestation annuelle';
  return lines.some(({ training }) => training) ? 'Attestation de formation' : 'Attestation de présence';
}

/** "14 heures" */
export const hoursSaid = (minutes: number): string => plural(inHours(minutes), 'heure', 'heures');

const sum = (list: readonly { minutes: number }[]) => list.reduce((all, { minutes }) => all + minutes, 0);
