import type { ActivityKindName } from '#app/catalog/booking-rules.ts';
import { clashSentence } from '#app/catalog/clash-words.ts';
import { planningChoices, type PlanningChoices } from '#app/catalog/planning-choices.server.ts';
import { speakerDoubts } from '#app/catalog/speaker-doubts.server.ts';
import { isTold, type Difference, type Scope } from '#app/catalog/session-change.ts';
import { sessionsInScope } from '#app/catalog/sessions-in-scope.server.ts';
import { db, type DbOrTx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { capital, when } from '#app/time/french.ts';
import { localDate } from '#app/time/wall-clock.ts';
import { changeRefusalMessage } from './session-change-refusal.ts';
import type { SessionEdit, TypedEdit } from './session-edit.schema.server.ts';
import { changeFrom, editOf } from './session-edit.ts';
import { weighChange, type Changing } from './weighChange.server.ts';

/** A session to be changed, with what the form offers. */
export type SessionEditPage = PlanningChoices & {
  id: string;
  activityId: string;
  title: string;
  kind: ActivityKindName;
  relais: string;
  state: 'DRAFT' | 'PUBLISHED';
  when: string;
  past: boolean;
  typed: TypedEdit;
  /** What the activity says, for what the date leaves empty. */
  activity: { title: string; audience: string; bring: string };
  /** How many sessions each choice takes; 1: there is nothing else to change. */
  counts: Record<Scope, number>;
};

/** Null: not there, cancelled, or not hers to plan. A constant number of queries. */
export async function sessionEditPage(
  actor: Actor,
  sessionId: string,
  now: Date,
  tx: DbOrTx = db(),
): Promise<SessionEditPage | null> {
  const all = await sessionsInScope(tx, actor, { sessionId, scope: 'ALL', permission: 'session.plan' }, now);
  if (!all) return null;
  const { named, zone, relaisId, collectiviteId, activityId, sessions } = all;
  const { relais, ...activity } = await tx.activity.findUniqueOrThrow({
    where: { id: activityId },
    select: { title: true, kind: true, audience: true, bring: true, relais: { select: { name: true } } },
  });
  const following = sessions.filter(({ startsAt }) => startsAt >= named.startsAt);
  return {
    ...{ id: sessionId, activityId, kind: activity.kind, relais: relais.name, state: named.state, activity },
    title: named.theme ?? activity.title,
    when: when(named.startsAt, named.endsAt, zone),
    past: named.startsAt <= now,
    typed: editOf(named, zone),
    counts: { ONE: 1, FOLLOWING: following.length, ALL: sessions.length },
    ...(await planningChoices(tx, { id: relaisId, collectiviteId }, localDate(now, zone))),
  };
}

/** What a change would do, in words. */
export type EditPreview = {
  /** "Mardi 1er décembre, 9 h 30 – 11 h" and, when it moves, what it was. */
  lines: { id: string; when: string; before: string | null; what: readonly Difference[] }[];
  /** Persons enrolled in published ones, who would be told; `toCall`: those of them without e-mail. */
  people: number;
  toCall: number;
  clashes: string[];
  /** What speaks against asking its intervenants; it stops nothing. */
  doubts: string[];
  /** Intervenants who accepted another hour, and are asked again. */
  asked: number;
  /** Why it cannot be; null: it can, save for what clashes. */
  refusal: string | null;
};

/** Null: not there, cancelled, or not hers to plan. Nothing is written. */
export async function editPreview(
  actor: Actor,
  { sessionId, edit }: { sessionId: string; edit: SessionEdit },
  now: Date,
  tx: DbOrTx = db(),
): Promise<EditPreview | null> {
  const { scope, said, reason } = edit;
  const found = await sessionsInScope(tx, actor, { sessionId, scope: 'ONE', permission: 'session.plan' }, now);
  if (!found) return null;
  const change = changeFrom(found.named, said, found.zone);
  const override = reason === null ? {} : { override: { reason } };
  const weighed = await weighChange(tx, actor, { sessionId, scope, change, ...override }, now);
  if (!weighed.ok) return { ...NOTHING, refusal: changeRefusalMessage(weighed.refusal) };
  const { changes, clashes, zone } = weighed;
  return {
    lines: changes.map((one) => lineOf(one, zone)),
    ...(await peopleOf(tx, changes)),
    clashes: clashes.map(clashSentence),
    ...(await askedOf(tx, changes, zone)),
    refusal: null,
  };
}

const NOTHING = { lines: [], people: 0, toCall: 0, clashes: [], doubts: [], asked: 0 };

/** Of the dates whose hours or intervenants change. */
async function askedOf(tx: DbOrTx, changes: readonly Changing[], zone: string) {
  const spoken = changes.filter(({ what }) => what.includes('time') || what.includes('intervenants'));
  const dates = spoken.map(({ after: { startsAt, endsAt, intervenants } }) => {
    const speaking = intervenants.filter(({ state }) => state !== 'DECLINED');
    return { startsAt, endsAt, speakerIds: speaking.map(({ personId }) => personId) };
  });
  const doubts = await speakerDoubts(tx, dates, zone);
  const again = spoken.flatMap(({ before, after }) =>
    after.intervenants.filter(
      ({ personId, state }) =>
        state === 'PROPOSED' &&
        before.intervenants.some((one) => one.personId === personId && one.state === 'ACCEPTED'),
    ),
  );
  return { doubts: [...new Set(doubts.flat())], asked: new Set(again.map(({ personId }) => personId)).size };
}

function lineOf({ before, after, what }: Changing, zone: string): EditPreview['lines'][number] {
  const words = (of: Changing['before']) => capital(when(of.startsAt, of.endsAt, zone));
  return { id: before.id, when: words(after), before: what.includes('time') ? words(before) : null, what };
}

async function peopleOf(db: DbOrTx, changes: readonly Changing[]): Promise<{ people: number; toCall: number }> {
  const told = changes.filter(({ before, what }) => before.state === 'PUBLISHED' && isTold(what));
  const people = await db.person.findMany({
    where: {
      erasedAt: null,
      enrollments: {
        some: {
          sessionId: { in: told.map(({ before }) => before.id) },
          state: { in: ['REQUESTED', 'WAITING', 'OFFERED', 'CONFIRMED'] },
        },
      },
    },
    select: { email: true },
  });
  return { people: people.length, toCall: people.filter(({ email }) => email === null).length };
}
