import { SYSTEM } from '#app/people/actor.ts';
import { addDays, addMonths, localDate } from '#app/time/local.ts';
import { addTheme } from '#app/training/addTheme.server.ts';
import { declareTraining } from '#app/training/declareTraining.server.ts';
import { findRenewals } from '#app/training/findRenewals.server.ts';
import { SUITS, URGENCIES } from '#app/training/need-words.ts';
import { stateNeed } from '#app/training/stateNeed.server.ts';
import { asHerself } from './fillPeople.server.ts';
import { succeed } from './succeed.ts';
import type { DemoWorld } from './world.ts';

const THEMES = [
  { title: 'Sauveteur secouriste du travail (SST)', hours: 14 },
  { title: 'Recyclage SST', hours: 7 },
  { title: 'Signes et parole avec les tout-petits', hours: 14 },
  { title: 'Accompagner les émotions et les pleurs', hours: 14 },
  { title: 'Le jeu libre et l’aménagement de l’espace', hours: 7 },
  { title: 'Accueillir un enfant en situation de handicap', hours: 21 },
  { title: 'Le contrat de travail et la mensualisation', hours: 7 },
  { title: 'Prévenir le mal de dos', hours: 7 },
];
const NEEDS = 40;
const CERTIFICATES = 30;
const VALID_MONTHS = 24;

/** Themes for all, what some wish to learn, and first-aid certificates of which several end within the year. */
export async function fillTraining(world: DemoWorld): Promise<number> {
  const { collectiviteId, professionals, random, now, plannedAt, zone } = world;
  const themeIds: string[] = [];
  for (const theme of THEMES) {
    const added = succeed(await addTheme(SYSTEM, { collectiviteId, relaisId: null, ...theme }, plannedAt));
    themeIds.push(added.themeId);
  }
  const active = professionals.filter(({ active }) => active);
  for (const { personId } of random.some(active, NEEDS)) {
    const need = {
      themeId: random.pick(themeIds.slice(2)),
      ...{ words: '', why: '', source: 'SELF' as const },
      suits: random.some(SUITS, random.int(1, 2)).map(({ code }) => code),
      urgency: random.pick(URGENCIES).code,
    };
    succeed(await stateNeed(asHerself(world, personId), need, plannedAt));
  }
  const today = localDate(now, zone);
  for (const { personId } of random.some(active, CERTIFICATES)) {
    const on = addDays(today, -random.int(60, 700));
    const [themeId = null] = themeIds;
    const first = { themeId, title: 'Certificat SST', organisation: 'Secours de la Somme', hours: 14, initial: false };
    const dates = { on, expiresOn: addMonths(on, VALID_MONTHS) };
    succeed(await declareTraining(asHerself(world, personId), { ...first, ...dates }, now));
  }
  return findRenewals(now);
}
