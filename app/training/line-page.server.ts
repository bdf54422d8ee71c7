import { storedRules } from '#app/catalog/booking-rules.schema.server.ts';
import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { dayPlain, when } from '#app/time/french.ts';
import { localDate } from '#app/time/local.ts';
import { fileDeeds, fileStageLabel, isLiveFile, type FileStage } from './file-stage.ts';
import { lineCard, type LineCard } from './line-card.ts';
import { lineRows, type LineRow } from './line-rows.server.ts';
import { isOpenLine, lineDeeds, lineStageLabel, mayBeDated } from './line-stage.ts';
import { labelOf, SUITS } from './need-words.ts';
import { fileNextStep } from './next-step.ts';
import { obstacles } from './obstacles.server.ts';
import { lineFor, type LineAccess } from './plan-access.server.ts';
import { validatorsAt, validatorsOf } from './validators.server.ts';

/** "12 janvier 2027", what, by whom, why. */
export type StageLine = { id: string; on: string; label: string; by: string | null; word: string };

export type LineFile = {
  id: string;
  personId: string;
  name: string;
  commune: string | null;
  phone: string | null;
  hasEmail: boolean;
  stage: FileStage;
  stageLabel: string;
  live: boolean;
  employer: string;
  next: string;
  deeds: ReturnType<typeof fileDeeds>;
  /** May she still be taken out, as if never chosen? */
  removable: boolean;
  obstacles: string[];
  history: StageLine[];
};

export type LinePage = LineCard & {
  plan: { id: string; name: string; year: number };
  suits: string;
  replacement: string;
  activityId: string | null;
  sessions: { id: string; when: string; place: string }[];
  files: LineFile[];
  history: StageLine[];
  deeds: { slug: string; label: string }[];
  rights: { changes: boolean; dates: boolean; settles: boolean };
};

/** A line with its people, their files and everything's dated history; as many queries for one file as for thirty. */
export async function linePage(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<LinePage | null> {
  const line = await lineFor(tx, actor, id);
  if (!line) return null;
  const { plan, collectiviteId, relaisId, activityId, stage } = line;
  const { zone } = plan;
  const today = localDate(now, zone);
  const [row] = await lineRows(tx, { planId: plan.id, lineId: id, zone });
  if (!row) return null;
  const validators = validatorsAt(await validatorsOf(tx, { collectiviteId, zone }, now), relaisId);
  const more = await tx.trainingLine.findUniqueOrThrow({ where: { id }, select: { replacement: true, suits: true } });
  const over = row.last !== null && row.last <= today;
  return {
    ...lineCard(
      row,
      validators.map(({ name }) => name),
      today,
    ),
    plan: { id: plan.id, name: plan.name, year: plan.year },
    ...{ activityId, replacement: more.replacement, suits: more.suits.map((code) => labelOf(SUITS, code)).join(', ') },
    sessions: await sessionsOf(tx, activityId, zone),
    files: await filesOf(tx, line, row, now),
    history: await historyOf(tx, id, zone),
    deeds: lineDeeds(stage)
      .filter(({ permission }) => permission === 'plan.write' || may(actor, permission, line))
      .map(({ slug, label }) => ({ slug, label })),
    rights: {
      changes: isOpenLine(stage),
      dates: mayBeDated(stage) && may(actor, 'session.plan', line),
      settles: over && (stage === 'SCHEDULED' || stage === 'HELD'),
    },
  };
}

async function sessionsOf(tx: Tx, activityId: string | null, zone: string) {
  if (activityId === null) return [];
  const rows = await tx.session.findMany({
    where: { activityId, state: 'PUBLISHED' },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, startsAt: true, endsAt: true, maxChildren: true },
      ...{ site: { select: { name: true } }, activity: { select: { bookingRules: true } } },
    },
  });
  return rows.map(({ id, startsAt, endsAt, site, maxChildren, activity }) => {
    const { welcome } = storedRules(activity.bookingRules).children ?? { welcome: 'NONE' };
    const come = welcome !== 'NONE' && maxChildren !== 0;
    return { id, when: when(startsAt, endsAt, zone), place: come ? `${site.name}, avec ou sans enfants` : site.name };
  });
}

async function filesOf(tx: Tx, line: LineAccess, row: LineRow, now: Date): Promise<LineFile[]> {
  const { id: lineId, activityId, stage: lineStage, plan } = line;
  const { zone } = plan;
  const rows = await tx.trainingFile.findMany({
    where: { lineId },
    orderBy: [{ person: { lastName: 'asc' } }, { person: { firstName: 'asc' } }, { id: 'asc' }],
    select: {
      ...{ id: true, personId: true, stage: true, employer: true },
      person: {
        select: {
          ...{ firstName: true, lastName: true, phone: true, email: true },
          professional: { select: { commune: { select: { name: true } } } },
        },
      },
      states: {
        orderBy: [{ at: 'asc' }, { stage: 'asc' }],
        select: { id: true, stage: true, word: true, at: true, byId: true },
      },
    },
  });
  const names = await namesOf(
    tx,
    rows.flatMap(({ states }) => states.map(({ byId }) => byId)),
  );
  const lacking = await obstacles(tx, { id: lineId, activityId, zone }, now);
  const dates = row.first === null || row.last === null ? null : { first: row.first, last: row.last };
  const today = localDate(now, zone);
  const early = lineStage === 'DRAFT' || lineStage === 'RETURNED';
  return rows.map(({ id, personId, stage, employer, person, states }) => ({
    ...{ id, personId, stage, employer, phone: person.phone, hasEmail: person.email !== null },
    name: `${person.firstName} ${person.lastName}`,
    commune: person.professional?.commune?.name ?? null,
    stageLabel: fileStageLabel(stage),
    live: isLiveFile(stage),
    next: fileNextStep({ stage, line: lineStage, filesDueOn: row.filesDueOn, dates }, today),
    deeds: lineStage === 'CANCELLED' ? [] : fileDeeds(stage),
    removable: early && (stage === 'GROUPED' || stage === 'WISHED'),
    obstacles: lacking.filter((one) => one.personId === personId).map(({ words }) => words),
    history: states.map(({ id, stage, word, at, byId }) => ({
      ...{ id, word, on: dayPlain(localDate(at, zone), { year: true }), label: fileStageLabel(stage) },
      by: byId === null ? null : (names.get(byId) ?? null),
    })),
  }));
}

async function historyOf(tx: Tx, lineId: string, zone: string): Promise<StageLine[]> {
  const rows = await tx.lineState.findMany({ where: { lineId }, orderBy: [{ at: 'asc' }, { stage: 'asc' }] });
  const names = await namesOf(
    tx,
    rows.map(({ byId }) => byId),
  );
  return rows.map(({ id, stage, word, at, byId }) => ({
    ...{ id, word, on: dayPlain(localDate(at, zone), { year: true }), label: lineStageLabel(stage) },
    by: byId === null ? null : (names.get(byId) ?? null),
  }));
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const rows = await tx.person.findMany({
    where: { id: { in: known } },
    select: { id: true, firstName: true, lastName: true },
  });
  return new Map(rows.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
}
