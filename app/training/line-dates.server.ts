import { db, type Tx } from '#app/db/client.server.ts';
import type { Actor } from '#app/people/actor.ts';
import { may } from '#app/people/permissions.ts';
import { localDate } from '#app/time/local.ts';
import { isReadyFile, LIVE_FILES } from './file-stage.ts';
import { mayBeDated } from './line-stage.ts';
import { lineFor } from './plan-access.server.ts';
import { hoursInWords, qualiopiWarning } from './plan-words.ts';

export type LineDatesPage = {
  id: string;
  title: string;
  relais: string;
  today: string;
  /** Validated, and hers to plan. */
  open: boolean;
  people: number;
  ready: number;
  minPeople: number;
  hours: string | null;
  warning: string | null;
  sites: { id: string; name: string }[];
  trainers: { id: string; name: string }[];
};

/** What the form of a line's dates needs; null: not this actor's. */
export async function lineDates(actor: Actor, id: string, now: Date, tx: Tx = db()): Promise<LineDatesPage | null> {
  const line = await lineFor(tx, actor, id);
  if (!line) return null;
  const { collectiviteId, relaisId, title, minutes, minPeople, plan, relais, organisationId } = line;
  const files = await tx.trainingFile.findMany({
    where: { lineId: id, stage: { in: [...LIVE_FILES] } },
    select: { stage: true },
  });
  const organisation = organisationId && (await tx.trainingOrganisation.findUnique({ where: { id: organisationId } }));
  const today = localDate(now, plan.zone);
  const until = organisation ? (organisation.qualiopiUntil?.toISOString().slice(0, 10) ?? null) : null;
  return {
    ...{ id, title, relais: relais.name, today, minPeople, people: files.length },
    open: mayBeDated(line.stage) && may(actor, 'session.plan', line),
    ready: files.filter(({ stage }) => isReadyFile(stage)).length,
    hours: minutes === null ? null : hoursInWords(minutes),
    warning: organisation ? qualiopiWarning(organisation.name, until, today) : null,
    sites: await sitesOf(tx, collectiviteId, relaisId),
    trainers: await trainersOf(tx, collectiviteId),
  };
}

function sitesOf(tx: Tx, collectiviteId: string, relaisId: string) {
  return tx.site.findMany({
    where: { collectiviteId, OR: [{ uses: { some: { relaisId } } }, { uses: { none: {} } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}

async function trainersOf(tx: Tx, collectiviteId: string) {
  const rows = await tx.intervenant.findMany({
    where: { collectiviteId, person: { erasedAt: null } },
    orderBy: [{ person: { lastName: 'asc' } }, { id: 'asc' }],
    select: { profession: true, person: { select: { id: true, firstName: true, lastName: true } } },
  });
  return rows.map(({ profession, person: { id, firstName, lastName } }) => ({
    ...{ id, name: [`${firstName} ${lastName}`, profession].filter(Boolean).join(', ') },
  }));
}
