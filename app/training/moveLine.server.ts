import type { Tx } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { record } from '#app/journal/record.server.ts';
import { actorId, type Actor } from '#app/people/actor.ts';
import { refuse, type Outcome } from '#app/people/outcome.ts';
import { may } from '#app/people/permissions.ts';
import { LIVE_FILES } from './file-stage.ts';
import { lineNewsToPeople, lineNewsToStaff } from './line-news.ts';
import { tellPeople, tellStaff } from './line-notices.server.ts';
import { dropDates } from './line-places.server.ts';
import { lineDeed, LINE_DEEDS, type LineDeed, type LineDeedName } from './line-stage.ts';
import { lockLine, type LineAccess } from './plan-access.server.ts';
import type { PlanRefusal } from './plan-messages.ts';
import { validatorsAt, validatorsOf } from './validators.server.ts';
import { writeFileStages } from './writeFileStages.server.ts';
import { writeLineStage } from './writeLineStage.server.ts';

export type MoveLine = { lineId: string; deed: LineDeedName; word: string };

type Done = { told: number; toCall: number; again: boolean };

const SAYS_WHY: readonly LineDeedName[] = ['retour', 'report', 'annulation'];

/**
 * Moves a line of the plan by one deed, dated. Postponed or cancelled, its sessions to come are cancelled; cancelled, its
 * files are too, and their needs are free again. Everyone whom it concerns is told. Refuses what its stage does not
 * open, validation to who may not, submission without provider or hours, to send back, postpone or cancel without a
 * word. The same deed twice is done once.
 */
export async function moveLine(
  actor: Actor,
  { lineId, deed: slug, word: typed }: MoveLine,
  now: Date,
  tx?: Tx,
): Promise<Outcome<Done, PlanRefusal>> {
  const word = typed.trim();
  return inTransaction(tx, async (tx) => {
    const line = await lockLine(tx, actor, lineId);
    const known = LINE_DEEDS.find((one) => one.slug === slug);
    if (!line || !known || !mayDo(actor, known, line)) return refuse({ code: 'NOT_FOUND' });
    if (line.stage === known.to) return { ok: true, told: 0, toCall: 0, again: true };
    const deed = lineDeed(line.stage, slug);
    if (!deed) return refuse({ code: 'WRONG_STAGE' });
    if (SAYS_WHY.includes(slug) && word === '') return refuse({ code: 'WORD_NEEDED' });
    if (slug === 'soumission' && line.organisationId === null) return refuse({ code: 'ORGANISATION_NEEDED' });
    if (slug === 'soumission' && line.minutes === null) return refuse({ code: 'DURATION_NEEDED' });
    const people = await livePeople(tx, lineId);
    await writeLineStage(tx, actor, line, { stage: deed.to, word }, now);
    const who = { collectiviteId: line.collectiviteId, actorId: actorId(actor), subject: 'line' as const };
    await record(tx, now, { ...who, subjectId: lineId, what: `line.${deed.to}` });
    const told = await follow(tx, actor, { line, deed, word, people }, now);
    return { ok: true, ...told, again: false };
  });
}

/** A plan may be shared: who looks after one of its relais does what needs no validation. */
function mayDo(actor: Actor, { permission }: LineDeed, line: LineAccess): boolean {
  return permission === 'plan.write' || may(actor, permission, line);
}

async function livePeople(tx: Tx, lineId: string): Promise<string[]> {
  const where = { lineId, stage: { in: [...LIVE_FILES] } };
  return (await tx.trainingFile.findMany({ where, select: { personId: true } })).map(({ personId }) => personId);
}

type Moved = { line: LineAccess; deed: LineDeed; word: string; people: readonly string[] };

/** What the deed brings with it: its sessions, its files, and who is told. */
async function follow(tx: Tx, actor: Actor, { line, deed, word, people }: Moved, now: Date) {
  const stops = deed.to === 'POSTPONED' || deed.to === 'CANCELLED';
  const bySessions = stops && line.stage === 'SCHEDULED' ? await dropDates(tx, actor, line, word, now) : null;
  if (deed.to === 'POSTPONED') await forgetDates(tx, line.id);
  if (deed.to === 'CANCELLED') await cancelFiles(tx, actor, line, word, now);
  const by = actor.kind === 'person' ? actor.name : '';
  const staffNews = lineNewsToStaff(deed.to, { people: people.length, by, word });
  if (staffNews && deed.slug !== 'reprise')
    await tellStaff(tx, line, await staffOf(tx, actor, line, deed, now), staffNews, now);
  if (bySessions && bySessions.told > 0) return bySessions;
  const news = deed.slug === 'reprise' ? null : lineNewsToPeople(deed.to, word);
  return news ? tellPeople(tx, line, people, news, now) : { told: 0, toCall: 0 };
}

/** Dated anew, it is another activity of the catalogue. */
const forgetDates = (tx: Tx, id: string) =>
  tx.trainingLine.update({ where: { id }, data: { activityId: null }, select: { id: true } });

async function cancelFiles(tx: Tx, actor: Actor, { id: lineId, collectiviteId }: LineAccess, word: string, now: Date) {
  const open = { lineId, stage: { notIn: ['CANCELLED' as const, 'ATTENDED' as const, 'CERTIFIED' as const] } };
  const fileIds = (await tx.trainingFile.findMany({ where: open, select: { id: true } })).map(({ id }) => id);
  await writeFileStages(tx, actor, { collectiviteId, fileIds }, { stage: 'CANCELLED', word }, now);
}

/** Those who validate, for a line submitted; else who looks after it; never who did it. */
async function staffOf(tx: Tx, actor: Actor, line: LineAccess, deed: LineDeed, now: Date): Promise<string[]> {
  const { collectiviteId, relaisId, plan } = line;
  const ids =
    deed.to === 'SUBMITTED'
      ? validatorsAt(await validatorsOf(tx, { collectiviteId, zone: plan.zone }, now), relaisId).map(
          (one) => one.personId,
        )
      : line.createdById === null
        ? []
        : [line.createdById];
  return ids.filter((id) => id !== actorId(actor));
}
