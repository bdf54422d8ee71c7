import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { settingOn } from '#app/people/dated-settings.ts';
import { datedValues } from '#app/people/dated-values.server.ts';
import { dayPlain } from '#app/time/french.ts';
import { daysBetween, localDate } from '#app/time/local.ts';
import { learnerFor } from './learner.server.ts';
import { hoursOfYear, type HoursOfYear } from './training-hours.ts';

export type FollowedTraining = {
  id: string;
  title: string;
  organisation: string;
  /** "14 mars 2025" */
  on: string;
  hours: number;
  initial: boolean;
  /** "jusqu’au 14 mars 2027"; null: it does not expire. */
  validity: string | null;
  /** Days left; negative: expired; null: it does not expire. */
  daysLeft: number | null;
};

export type MyRecord = { hours: HoursOfYear; trainings: FollowedTraining[] };

/** Her trainings, the latest first, and the hours of the current year against the right of that year; null: she has no file. */
export async function myRecord(actor: Actor, now: Date, tx: Tx = db()): Promise<MyRecord | null> {
  const learner = await learnerFor(tx, actor, 'need.read', undefined, now);
  if (!learner) return null;
  const rows = await tx.declaredTraining.findMany({
    where: { personId: learner.personId, withdrawnAt: null },
    orderBy: [{ on: 'desc' }, { title: 'asc' }],
  });
  const today = localDate(now, learner.zone);
  const right = settingOn('training.hoursAYear', today, await datedValues(learner.collectiviteId, tx));
  const dayOf = (date: Date) => date.toISOString().slice(0, 10);
  const followed = rows.map(({ on, minutes, initial }) => ({ on: dayOf(on), minutes, initial }));
  return {
    hours: hoursOfYear(followed, Number(today.slice(0, 4)), right),
    trainings: rows.map(({ id, title, organisation, on, minutes, initial, expiresOn }) => ({
      ...{ id, title, organisation, initial },
      on: dayPlain(dayOf(on), { year: true }),
      hours: Math.round(minutes / 6) / 10,
      validity: expiresOn && `jusqu’au ${dayPlain(dayOf(expiresOn), { year: true })}`,
      daysLeft: expiresOn && daysBetween(today, dayOf(expiresOn)),
    })),
  };
}
