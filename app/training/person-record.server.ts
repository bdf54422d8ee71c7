import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { dayPlain, plural } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { cameTo, type CameTo } from './came.server.ts';
import { certificatesOf, shownCertificates, type CertificateShown } from './certificates.server.ts';
import { Prisma } from '#app/db/generated/client.ts';
import { EXPIRING } from './expiries-sql.server.ts';
import { expiryDelay, expiryState, expiryWords, type ExpiryState } from './expiry.ts';
import { learnerFor, type Learner } from './learner.server.ts';
import { yearHours, yearsOf, type Attended, type YearHours } from './record-hours.ts';
import { inHours } from './training-hours.ts';

export type RecordTraining = {
  id: string;
  /** Followed here, or declared by her. */
  source: 'HERE' | 'DECLARED';
  title: string;
  /** Who gave it: the relais, the organisation declared. */
  by: string;
  /** "14 mars 2025", its last day; for one followed here, how many dates. */
  when: string;
  on: string;
  hours: number;
  initial: boolean;
  /** "Certificat obtenu", "Suivie, certificat non obtenu"; null: nothing recorded. */
  result: string | null;
  validity: { words: string; state: ExpiryState } | null;
  /** The name of its proof; null: none. */
  proof: string | null;
};

export type Renewal = { id: string; title: string; words: string; delay: string; state: ExpiryState };

export type PersonRecord = {
  personId: string;
  name: string;
  relais: string | null;
  today: string;
  /** The current year's. */
  hours: YearHours;
  /** The latest first. */
  years: { hours: YearHours; trainings: RecordTraining[] }[];
  initial: RecordTraining[];
  renewals: Renewal[];
  certificates: CertificateShown[];
};

/**
 * What someone did: hours and presences by year, trainings followed here and elsewhere, what is to renew, certificates.
 * A group of analysis appears in her own record alone, if she wishes (rule 8). Children are never named. Null: no file,
 * or not of a relais where the actor reads needs. A constant number of queries.
 *
 * @param personId absent: the actor herself
 */
export async function personRecord(
  actor: Actor,
  now: Date,
  personId?: string,
  tx: Tx = db(),
): Promise<PersonRecord | null> {
  const learner = await learnerFor(tx, actor, 'need.read', personId, now);
  if (!learner) return null;
  const isHers = actor.kind === 'person' && actor.personId === learner.personId;
  const ids = [learner.personId];
  const came = await cameTo(tx, learner.zone, { personIds: ids, analyse: isHers ? 'WISHED' : 'NONE' });
  const declared = await tx.declaredTraining.findMany({
    where: { personId: learner.personId, withdrawnAt: null },
    orderBy: [{ on: 'desc' }, { title: 'asc' }],
    include: { proof: { select: { name: true } } },
  });
  const results = await tx.trainingResult.findMany({ where: { personId: learner.personId } });
  const expiring = await expiringOf(tx, learner.personId);
  const certificates = shownCertificates(await certificatesOf(tx, learner.personId), learner.zone);
  const own = await datedValues(learner.collectiviteId, tx);
  const person = await tx.person.findUniqueOrThrow({
    where: { id: learner.personId },
    select: { firstName: true, lastName: true },
  });
  const relais = await relaisOf(tx, learner);
  const today = localDate(now, learner.zone);
  const soon = settingOn('training.firstAlertMonths', today, own) ?? 0;
  const living = new Set(expiring.map(({ id }) => id));
  const show = { today, soon, living };
  const trainings = [
    ...declared.map((row) => declaredShown(row, show)),
    ...followedHere(came).map((row) => hereShown(row, results, show)),
  ].sort((one, other) => (one.on < other.on ? 1 : -1));
  const followed = declared.map(({ on, minutes, initial }) => ({ on: dayOf(on), minutes, initial }));
  const facts = { attended: came.map(attended), declared: followed, today, own };
  const years = yearsOf(facts).map((year) => ({
    hours: yearHours(year, facts),
    trainings: trainings.filter(({ on, initial }) => !initial && on.startsWith(`${year}-`)),
  }));
  return {
    ...{ personId: learner.personId, name: `${person.firstName} ${person.lastName}`, relais, today, years },
    hours: yearHours(Number(today.slice(0, 4)), facts),
    initial: trainings.filter(({ initial }) => initial),
    renewals: expiring.map((one) => renewalShown(one, today, soon)).filter(({ state }) => state !== 'HOLDS'),
    certificates: certificates.filter((one) => !one.discreet || (isHers && isWished(one, came))),
  };
}

/** A certificate of a group of analysis is in her record when the group is. */
function isWished({ activityId }: CertificateShown, came: readonly CameTo[]): boolean {
  return came.some((one) => one.kind === 'ANALYSE' && (activityId === null || activityId === one.activityId));
}

type Expiring = { id: string; title: string; expiresOn: Date };

function expiringOf(tx: Tx, personId: string): Promise<Expiring[]> {
  return tx.$queryRaw<Expiring[]>(Prisma.sql`
    SELECT e.id, e.title, e."expiresOn" FROM ${EXPIRING} e WHERE e."personId" = ${personId}::uuid ORDER BY e."expiresOn"`);
}

async function relaisOf(tx: Tx, { relaisId }: Learner): Promise<string | null> {
  if (relaisId === null) return null;
  return (await tx.relais.findUniqueOrThrow({ where: { id: relaisId }, select: { name: true } })).name;
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const attended = ({ activityId, title, kind, relais, on, from, minutes }: CameTo): Attended => {
  return { activityId, title, kind, relais, on, from, minutes };
};

type Show = { today: string; soon: number; living: ReadonlySet<string> };

/** What was followed again since is no longer said to end. */
function validityOf(id: string, expiresOn: Date | null, { today, soon, living }: Show): RecordTraining['validity'] {
  if (expiresOn === null) return null;
  const day = dayOf(expiresOn);
  if (!living.has(id))
    return { words: `Valable jusqu’au ${dayPlain(day, { year: true })}, renouvelée depuis`, state: 'HOLDS' };
  const state = expiryState(day, today, soon);
  return { words: expiryWords(day, state), state };
}

type Declared = {
  id: string;
  title: string;
  organisation: string;
  on: Date;
  minutes: number;
  initial: boolean;
  expiresOn: Date | null;
  proof: { name: string } | null;
};

function declaredShown({ id, title, organisation, minutes, initial, ...row }: Declared, show: Show): RecordTraining {
  const on = dayOf(row.on);
  return {
    ...{ id, source: 'DECLARED', title, by: organisation, on, initial },
    when: dayPlain(on, { year: true }),
    hours: inHours(minutes),
    result: null,
    validity: validityOf(id, row.expiresOn, show),
    proof: row.proof?.name ?? null,
  };
}

type Here = { activityId: string; title: string; relais: string; days: string[]; times: number; minutes: number };

function followedHere(came: readonly CameTo[]): Here[] {
  const found = new Map<string, Here>();
  for (const { activityId, title, relais, on, minutes, kind } of came) {
    if (kind !== 'FORMATION') continue;
    const known = found.get(activityId);
    const days = known?.days.includes(on) ? known.days : [...(known?.days ?? []), on];
    const sums = { times: (known?.times ?? 0) + 1, minutes: (known?.minutes ?? 0) + minutes };
    found.set(activityId, { activityId, title, relais, days, ...sums });
  }
  return [...found.values()];
}

type Result = { id: string; activityId: string; obtained: boolean; expiresOn: Date | null };

function hereShown(
  { activityId, title, relais, days, times, minutes }: Here,
  results: readonly Result[],
  show: Show,
): RecordTraining {
  const result = results.find((one) => one.activityId === activityId);
  const on = days.at(-1) ?? '';
  return {
    ...{ id: activityId, source: 'HERE', title, by: relais, on, initial: false, proof: null },
    when: daysSaid(days, times),
    hours: inHours(minutes),
    result: result ? (result.obtained ? 'Certificat obtenu' : 'Suivie, certificat non obtenu') : null,
    validity: result ? validityOf(result.id, result.expiresOn, show) : null,
  };
}

/** "14 novembre 2026", "14 novembre 2026, 2 séances", "3 séances, du 14 novembre au 2 décembre 2026" */
function daysSaid(days: readonly string[], times: number): string {
  const [first = '', last = first] = [days[0], days.at(-1)];
  const day = dayPlain(last, { year: true });
  if (first === last) return times === 1 ? day : `${day}, ${times} séances`;
  return `${plural(times, 'séance', 'séances')}, du ${dayPlain(first, { reference: last })} au ${day}`;
}

function renewalShown({ id, title, expiresOn }: Expiring, today: string, soon: number): Renewal {
  const day = dayOf(expiresOn);
  const state = expiryState(day, today, soon);
  const until = dayPlain(day, { year: true });
  const words = state === 'EXPIRED' ? `expiré depuis le ${until}` : `valable jusqu’au ${until}`;
  return { id, title, words, delay: expiryDelay(day, today), state };
}
