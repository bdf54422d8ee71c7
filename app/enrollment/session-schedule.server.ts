import { daysOff } from '#app/catalog/days-off.server.ts';
import { sessionsInScope, type InScope } from '#app/catalog/sessions-in-scope.server.ts';
import { teamChoices, type Named } from '#app/catalog/team-choices.server.ts';
import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { offReasonInWords, whyOff } from '#app/time/days-off.ts';
import { capital, dayLong, when } from '#app/time/french.ts';
import { wallOf } from '#app/time/wall-clock.ts';
import { proposedChange, type TypedSchedule } from './schedule.schema.server.ts';
import { changeRefusalMessage } from './session-change-refusal.ts';
import { weighChange } from './weighChange.server.ts';

/** When, where and by whom a session is held, to be changed. */
export type SessionSchedule = {
  id: string;
  title: string;
  kind: ActivityKindName;
  state: 'DRAFT' | 'PUBLISHED';
  /** "mardi 24 novembre, 9 h 30 – 11 h" */
  when: string;
  relais: string;
  date: string;
  from: string;
  until: string;
  siteId: string;
  animatorIds: readonly string[];
  /** Those who would be told. */
  people: number;
  sites: Named[];
  animators: Named[];
  /** Why what the address proposes is not possible as such, in sentences; empty: it is, or proposes nothing. */
  objections: string[];
  /** Why that day is not like the others: "férié (Toussaint)"; it stops nothing. */
  warning: string | null;
  /** It has begun: nothing can be changed. */
  past: boolean;
};

/** Null: not there, cancelled, or not hers to plan. A constant number of queries. */
export async function sessionSchedule(
  actor: PersonActor,
  sessionId: string,
  proposed: TypedSchedule,
  now: Date,
  tx: DbOrTx = db(),
): Promise<SessionSchedule | null> {
  const found = await sessionsInScope(tx, actor, { sessionId, scope: 'ONE', permission: 'session.plan' }, now);
  if (!found) return null;
  const { named, zone } = found;
  const row = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      activity: { select: { title: true, kind: true } },
      relais: { select: { name: true } },
      site: { select: { id: true, name: true } },
      assignments: { where: { role: 'ANIMATOR' }, select: { person: { select: NAMED } } },
      _count: {
        select: { enrollments: { where: { state: { in: ['REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'] } } } },
      },
    },
  });
  const [start, end] = [wallOf(named.startsAt, zone), wallOf(named.endsAt, zone)];
  const choices = await teamChoices(actor, start.date, tx);
  const leading = row.assignments.map(({ person }) => ({
    id: person.id,
    name: `${person.firstName} ${person.lastName}`,
  }));
  return {
    ...{ id: sessionId, title: named.theme ?? row.activity.title, kind: row.activity.kind, state: named.state },
    when: when(named.startsAt, named.endsAt, zone, { reference: wallOf(now, zone).date }),
    relais: row.relais.name,
    ...{ date: start.date, from: start.time, until: end.time, siteId: named.siteId, animatorIds: named.animatorIds },
    people: row._count.enrollments,
    sites: withMissing(choices.sites, [row.site]),
    animators: withMissing(choices.animators, leading),
    objections: await objectionsTo(tx, actor, sessionId, proposed, now),
    warning: await dayOff(tx, found, proposed),
    past: named.startsAt <= now,
  };
}

const NAMED = { id: true, firstName: true, lastName: true } as const;

const withMissing = (known: readonly Named[], more: readonly Named[]): Named[] => [
  ...known,
  ...more.filter(({ id }) => !known.some((one) => one.id === id)),
];

/** Holidays, closures of the relais or the place, absences of who leads it, on the day and at the hours proposed. */
async function dayOff(tx: DbOrTx, { relaisId, zone, named }: InScope, proposed: TypedSchedule): Promise<string | null> {
  const [start, end] = [wallOf(named.startsAt, zone), wallOf(named.endsAt, zone)];
  const change = proposedChange(proposed) ?? {};
  const date = change.date ?? start.date;
  const people = { personIds: change.animatorIds ?? named.animatorIds, siteId: change.siteId ?? named.siteId };
  const days = await daysOff({ relaisId, ...people, since: date }, tx);
  const why = whyOff(date, days, { from: change.from ?? start.time, until: change.until ?? end.time });
  return why && `${capital(dayLong(date))} : ${offReasonInWords(why)}.`;
}

async function objectionsTo(tx: DbOrTx, actor: PersonActor, sessionId: string, proposed: TypedSchedule, now: Date) {
  const change = proposedChange(proposed);
  if (change === null) return [];
  const weighed = await weighChange(tx, actor, { sessionId, scope: 'ONE', change }, now);
  if (!weighed.ok) return [changeRefusalMessage(weighed.refusal)];
  return weighed.clashes.length === 0 ? [] : [changeRefusalMessage({ code: 'CLASH', clashes: weighed.clashes })];
}
