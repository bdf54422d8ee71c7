import { db } from '#app/db/client.server.ts';
import { SYSTEM } from '#app/people/actor.ts';
import { addDays, localDate } from '#app/time/local.ts';
import { addLine } from '#app/training/addLine.server.ts';
import { addOrganisation } from '#app/training/addOrganisation.server.ts';
import { createPlan } from '#app/training/createPlan.server.ts';
import type { FileMove } from '#app/training/file-stage.ts';
import { NEW_LINE } from '#app/training/line-terms.ts';
import { moveFile } from '#app/training/moveFile.server.ts';
import { moveLine } from '#app/training/moveLine.server.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { asHerself } from './fillPeople.server.ts';
import { ACCOUNTS } from './professionals.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const DAY = 86_400_000;
const EMPTY = { siret: '', contactName: '', email: '', phone: '', website: '' };
const ONE_CLICK: readonly string[] = ACCOUNTS.map(({ account }) => account);
const THEMES = ['Signes et parole avec les tout-petits', 'Prévenir le mal de dos', 'Recyclage SST'] as const;

/** The year's plan of the first relais, with two trainings under way, and one that it shares with the second. */
export async function fillPlans(world: DemoWorld): Promise<void> {
  const { relais, now, zone, plannedAt: at } = world;
  const [first, second] = relais;
  if (!first || !second) return;
  const today = localDate(now, zone);
  const year = Number(today.slice(0, 4));
  const [organisationId] = await fillOrganisations(world, today);
  const own = succeed(await createPlan(SYSTEM, { name: 'Plan de formation', year, relaisIds: [first.id] }, at));
  const relaisIds = [first.id, second.id];
  const shared = succeed(await createPlan(SYSTEM, { name: 'Plan commun', year, relaisIds }, at));
  const terms = { ...NEW_LINE, organisationId: organisationId ?? null, relaisId: first.id, costCents: 18_000 };
  const [signs, back, firstAid] = await fillNeeds(world);
  const ready = { ...terms, planId: own.planId, minutes: 14 * 60, filesDueOn: addDays(today, 12) };
  const line = succeed(await addLine(SYSTEM, { ...ready, title: THEMES[0], needIds: signs ?? [] }, at));
  await move(line.lineId, 'soumission', world);
  await move(line.lineId, 'validation', world);
  await fillFiles(line.lineId, world);
  const posed = { ...terms, planId: own.planId, minutes: 7 * 60 };
  const waiting = succeed(await addLine(SYSTEM, { ...posed, title: THEMES[1], needIds: back ?? [] }, at));
  await move(waiting.lineId, 'soumission', world);
  const together = {
    ...NEW_LINE,
    planId: shared.planId,
    relaisId: second.id,
    title: THEMES[2],
    needIds: firstAid ?? [],
  };
  succeed(await addLine(SYSTEM, together, at));
}

async function fillOrganisations({ collectiviteId, plannedAt }: DemoWorld, today: string): Promise<string[]> {
  const known = [
    { name: 'Secours de la Somme', qualiopiNumber: 'QUA-80-00142', qualiopiUntil: addDays(today, 420) },
    { name: 'Paroles de tout-petits', qualiopiNumber: 'QUA-02-00917', qualiopiUntil: addDays(today, -20) },
  ];
  const ids: string[] = [];
  for (const one of known) {
    const organisation = { ...EMPTY, ...one, contactName: 'Accueil', phone: '03 22 00 00 99', collectiviteId };
    ids.push(succeed(await addOrganisation(SYSTEM, organisation, plannedAt)).organisationId);
  }
  return ids;
}

/** Needs of one theme each: five of the first relais, four of it, then two of each. */
async function fillNeeds(world: DemoWorld): Promise<string[][]> {
  const themes = await db().trainingTheme.findMany({ where: { collectiviteId: world.collectiviteId } });
  const free = world.professionals.filter(({ account, active, kind }) => {
    return active && kind === 'ASSISTANTE_MATERNELLE' && !ONE_CLICK.includes(account ?? '');
  });
  const of = (relais: number) => free.filter((one) => one.relais === relais).toReversed();
  const groups = [of(0).slice(0, 5), of(0).slice(5, 9), [...of(0).slice(9, 11), ...of(1).slice(0, 2)]];
  const needIds: string[][] = [];
  for (const [index, group] of groups.entries()) {
    const themeId = themes.find(({ title }) => title === THEMES[index])?.id ?? null;
    const said = { themeId, words: '', why: '', suits: ['SATURDAY' as const], urgency: 'THIS_YEAR' as const };
    const ids: string[] = [];
    for (const { personId } of group) {
      const need = { ...said, source: 'SELF' as const };
      ids.push(succeed(await stateNeed(asHerself(world, personId), need, world.plannedAt)).needId);
    }
    needIds.push(ids);
  }
  return needIds;
}

/** A day or two after it was begun. */
async function move(lineId: string, deed: 'soumission' | 'validation', { plannedAt }: DemoWorld): Promise<void> {
  const days = deed === 'soumission' ? 1 : 2;
  succeed(await moveLine(SYSTEM, { lineId, deed, word: '' }, new Date(plannedAt.getTime() + days * DAY)));
}

/** Two complete of which one funded, one frozen, the others still to come. */
async function fillFiles(lineId: string, { plannedAt }: DemoWorld): Promise<void> {
  const files = await db().trainingFile.findMany({ where: { lineId }, orderBy: { id: 'asc' }, select: { id: true } });
  const deeds: readonly FileMove[][] = [['COMPLETE', 'FUNDED'], ['COMPLETE'], ['FROZEN']];
  for (const [index, moves] of deeds.entries()) {
    for (const [step, to] of moves.entries()) {
      const fileId = files[index]?.id ?? '';
      const input = { fileId, to, employer: 'Famille Lenoir', word: to === 'FROZEN' ? 'Elle attend un accord.' : '' };
      succeed(await moveFile(SYSTEM, input, new Date(plannedAt.getTime() + (4 + step) * DAY)));
    }
  }
}
