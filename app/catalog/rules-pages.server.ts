import { db, type Tx } from '#app/db/client.server.ts';
import type { PersonActor } from '#app/people/actor.ts';
import { mayWithin } from '#app/people/permissions.ts';
import { addDays, fromLocal, localDate, weekday, weekOf } from '#app/time/local.ts';
import { storedRules } from './booking-rules.schema.server.ts';
import { KIND_DEFAULTS, type ActivityKindName } from './booking-rules.ts';
import { daysOff } from './days-off.server.ts';
import { guestsOf } from './guests.server.ts';
import { inheritedByActivity, inheritedByKind } from './own-rules.ts';
import type { RulesPage } from './rules-page.ts';

type RelaisRow = { id: string; name: string; collectiviteId: string };

/** The booking rules of an activity where she plans; null: not there, or not hers. */
export async function activityRulesPage(
  actor: PersonActor,
  id: string,
  now: Date,
  tx: Tx = db(),
): Promise<(RulesPage & { title: string; kind: ActivityKindName }) | null> {
  const row = await tx.activity.findFirst({
    where: { id, collectiviteId: actor.collectiviteId, state: { not: 'CANCELLED' } },
    include: { relais: true, collectivite: { select: { timezone: true } } },
  });
  if (!row || !mayWithin(actor, 'session.plan', row.relaisId)) return null;
  const zone = row.collectivite.timezone;
  const others = await tx.relais.findMany({
    where: { collectiviteId: row.collectiviteId, id: { not: row.relaisId } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  return {
    ...(await shared(tx, row.relais, zone, now, { activityId: id })),
    ...{ title: row.title, kind: row.kind, others },
    inherited: inheritedByActivity(row.kind, storedRules(row.relais.bookingDefaults)),
    inheritedFrom: 'le relais',
    own: storedRules(row.bookingRules),
    guests: (await guestsOf(id, tx)).map(({ relaisId, opening }) => ({ relaisId, opening })),
  };
}

/** The rules of a relais whose settings she decides, for all its activities or those of a kind; null: not hers. */
export async function relaisRulesPage(
  actor: PersonActor,
  relaisId: string,
  kind: ActivityKindName | null,
  now: Date,
  tx: Tx = db(),
): Promise<(RulesPage & { kinds: ActivityKindName[] }) | null> {
  const row = await tx.relais.findFirst({
    where: { id: relaisId, collectiviteId: actor.collectiviteId },
    include: { collectivite: { select: { timezone: true } } },
  });
  if (!row || !mayWithin(actor, 'relais.settings', relaisId)) return null;
  const { byKind = {}, ...all } = storedRules(row.bookingDefaults);
  return {
    ...(await shared(tx, row, row.collectivite.timezone, now, { relaisId, kind })),
    others: null,
    guests: [],
    inherited: kind === null ? KIND_DEFAULTS.ATELIER : inheritedByKind(kind, all),
    inheritedFrom: kind === null ? 'le type d’activité' : 'toutes les activités',
    own: (kind === null ? all : byKind[kind]) ?? {},
    kinds: KINDS_IN_ORDER.filter((one) => byKind[one] !== undefined),
  };
}

const KINDS_IN_ORDER = ['ATELIER', 'REUNION', 'ANALYSE', 'FORMATION', 'PASSERELLE', 'EVENEMENT', 'PERMANENCE'] as const;

type Of = { activityId: string } | { relaisId: string; kind: ActivityKindName | null };

async function shared(tx: Tx, relais: RelaisRow, zone: string, now: Date, of: Of) {
  const today = localDate(now, zone);
  const communes = await tx.commune.findMany({
    where: { collectiviteId: relais.collectiviteId },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
  const { closures } = await daysOff({ relaisId: relais.id, since: today }, tx);
  return { zone, relais: relais.name, communes, closures, examples: await examplesOf(tx, of, zone, now) };
}

/** The next dates, one a weekday, at most three; without any, the coming Monday and Thursday at 9:30. */
async function examplesOf(tx: Tx, of: Of, zone: string, now: Date): Promise<RulesPage['examples']> {
  const where = 'activityId' in of ? of : { relaisId: of.relaisId, ...(of.kind && { activity: { kind: of.kind } }) };
  const coming = await tx.session.findMany({
    where: { ...where, state: { not: 'CANCELLED' }, startsAt: { gt: now } },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true },
    take: 40,
  });
  const byDay = new Map(coming.toReversed().map(({ startsAt }) => [weekday(localDate(startsAt, zone)), startsAt]));
  const dates = [...byDay.values()].sort((a, b) => a.getTime() - b.getTime()).slice(0, 3);
  if (dates.length > 0) return dates.map((startsAt) => ({ startsAt: startsAt.toISOString(), real: true }));
  const monday = addDays(weekOf(localDate(now, zone)).first, 7);
  return [monday, addDays(monday, 3)].map((date) => ({
    startsAt: fromLocal({ date, time: '09:30' }, zone).toISOString(),
    real: false,
  }));
}
