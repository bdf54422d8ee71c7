import type { Locator } from '@playwright/test';

import { rows } from './database.ts';
import { expect, type Page } from './fixtures.ts';

export type Rhythm =
  | { weekly: number; from: string; until: string }
  | { monthly: number; nth: number; from: string; until: string }
  | { dates: readonly string[]; from: string; until: string };

export type Plan = {
  kind: string;
  title: string;
  relais: string;
  term: { first: string; last: string };
  rhythm: Rhythm;
};

/** A new activity with its dates as drafts, by the screens: kind, facts, rhythm, look, save. Gives what the look said. */
export async function plan(page: Page, { kind, title, relais, term, rhythm }: Plan): Promise<string> {
  await page.goto(`/animation/activites/nouvelle?type=${kind}&relais=${relais}`);
  await page.getByLabel('Titre', { exact: true }).fill(title);
  await page.getByRole('button', { name: 'Enregistrer, puis choisir les dates' }).click();
  await expect(page).toHaveURL(/\/dates/);
  await choose(page, rhythm);
  if (!('dates' in rhythm)) {
    await page.getByLabel('Premier jour').fill(term.first);
    await page.getByLabel('Dernier jour').fill(term.last);
  }
  await page.locator('#de-0').fill(rhythm.from);
  await page.locator('#a-0').fill(rhythm.until);
  await page.locator('#lieu').selectOption({ index: 1 });
  await uncheckAll(page.locator('input[name=animatrices]:checked'));
  await page.getByRole('button', { name: 'Voir les dates' }).click();
  await expect(page.locator('#apercu')).toBeVisible();
  const looked = await page.locator('section[aria-labelledby=apercu]').innerText();
  await page.getByRole('button', { name: 'Enregistrer en brouillon' }).click();
  await expect(page).toHaveURL(/\/animation\/activites\/[^/]+$/);
  return looked;
}

async function choose(page: Page, rhythm: Rhythm): Promise<void> {
  const value = 'weekly' in rhythm ? 'semaines' : 'monthly' in rhythm ? 'mois' : 'dates';
  await page.locator(`input[name=rythme][value=${value}]`).check();
  if ('weekly' in rhythm) {
    await uncheckAll(page.locator('input[name=jours]:checked'));
    await page.locator(`input[name=jours][value="${rhythm.weekly}"]`).check();
  } else if ('monthly' in rhythm) {
    await uncheckAll(page.locator('input[name=rangs]:checked'));
    await page.locator(`input[name=rangs][value="${rhythm.nth}"]`).check();
    await page.locator('#jour').selectOption(String(rhythm.monthly));
  } else {
    for (const [index, date] of rhythm.dates.entries()) await page.locator(`#dates-${index}`).fill(date);
  }
}

/** A box unchecked leaves the list of those checked. */
export async function uncheckAll(checked: Locator): Promise<void> {
  while ((await checked.count()) > 0) await checked.first().uncheck();
}

export type PlannedSession = { id: string; date: string; from: string; until: string; state: string };

/** The sessions of an activity by start, as people read them in Amiens. */
export async function sessionsOf(title: string): Promise<PlannedSession[]> {
  const found = await rows(
    `SELECT s.id, to_char(s."startsAt" AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS date, s.state::text AS state,
            to_char(s."startsAt" AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS from,
            to_char(s."endsAt" AT TIME ZONE 'Europe/Paris', 'HH24:MI') AS until
       FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" WHERE a.title = $1 ORDER BY s."startsAt"`,
    [title],
  );
  return found.map(({ id = '', date = '', from = '', until = '', state = '' }) => ({ id, date, from, until, state }));
}

/** AMs of a relais who may book at once and hold nothing, with their accounts. */
export async function freeAms(relais: string, count: number): Promise<string[]> {
  const found = await rows(
    `SELECT p.email FROM "Person" p JOIN "Professional" f ON f."personId" = p.id AND f.kind = 'ASSISTANTE_MATERNELLE'
       JOIN "RelaisMembership" m ON m."professionalId" = f.id AND m.home AND m.until IS NULL
       JOIN "Relais" r ON r.id = m."relaisId" AND r.slug = $1
       JOIN "Agrement" g ON g."professionalId" = f.id AND g.children >= 3
      WHERE p.email IS NOT NULL AND p.email NOT LIKE 'nadia%' AND p.email NOT LIKE 'awa%'
        AND EXISTS (SELECT 1 FROM "Acceptance" x WHERE x."personId" = p.id AND x.mode <> 'TO_SIGN')
        AND NOT EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."personId" = p.id)
        AND NOT EXISTS (SELECT 1 FROM "ProfessionalStatus" s WHERE s."professionalId" = f.id AND s.status <> 'ACTIVE')
      ORDER BY p."lastName" DESC, p.id LIMIT ${count}`,
    [relais],
  );
  return found.map(({ email = '' }) => email);
}
