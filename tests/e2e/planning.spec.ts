import type { Browser } from '@playwright/test';

import { rows } from './database.ts';
import {
  expect,
  expectAccessible,
  expectFits,
  login,
  loginQuietly,
  REFUSED_PAGE,
  test,
  type Page,
} from './fixtures.ts';

const ANIMATOR = 'lea.martin';
/** In the week's view, in pixels. */
const AN_HOUR = 60;
const event = (page: Page, id: string) => page.locator(`.planning-calendar a[href="/animation/seances/${id}"]`).first();
const week = (date: string) => `/animation/planning?vue=semaine&du=${date}`;

type Draft = { id: string; date: string; from: string; until: string };

/** Two drafts that she leads on different days of one week, at the same hours; each screen size has its own week. */
async function twoDrafts(project: string): Promise<{ moved: Draft; other: Draft }> {
  const found = await rows(
    `WITH led AS (
       SELECT s.id, s."startsAt" AT TIME ZONE 'Europe/Paris' AS start, s."endsAt" AT TIME ZONE 'Europe/Paris' AS until
         FROM "Session" s JOIN "Activity" a ON a.id = s."activityId" AND a.kind = 'ATELIER'
         JOIN "Assignment" l ON l."sessionId" = s.id JOIN "Person" p ON p.id = l."personId"
        WHERE s.state = 'DRAFT' AND p.email LIKE $1 AND s."startsAt" > '2026-12-01')
     SELECT DISTINCT ON (date_trunc('week', a.start)) a.id AS a, b.id AS b, a.start::date::text AS "aDate",
            b.start::date::text AS "bDate", to_char(a.start, 'HH24:MI') AS "from", to_char(a.until, 'HH24:MI') AS until
       FROM led a JOIN led b ON date_trunc('week', a.start) = date_trunc('week', b.start)
        AND a.start::date < b.start::date AND a.start::time = b.start::time
      ORDER BY date_trunc('week', a.start), a.start, b.start`,
    [`${ANIMATOR}@%`],
  );
  const pair = found[project === 'tablet' ? 0 : 1];
  if (!pair) throw new Error('no week with two drafts of hers');
  const { a = '', b = '', aDate = '', bDate = '', from = '', until = '' } = pair;
  return { moved: { id: a, date: aDate, from, until }, other: { id: b, date: bDate, from, until } };
}

/** Drags a session by so many pixels. */
async function drag(page: Page, id: string, by: { x: number; y: number }): Promise<void> {
  await event(page, id).scrollIntoViewIfNeeded();
  const box = await event(page, id).boundingBox();
  if (!box) throw new Error('the session is not on screen');
  const from = { x: box.x + 12, y: box.y + 8 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
  await page.mouse.up();
}

test('she looks at her week, her month, a list of her drafts, each with its address', async ({ page }) => {
  await login(page, ANIMATOR);
  await page.goto('/animation');
  await expect(page.getByRole('heading', { name: 'Bonjour Léa' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('navigation', { name: 'Animation' }).getByRole('link', { name: 'Planning' }).click();
  await expect(page.locator('.planning-calendar')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/vue=mois/);
  await expect(page.getByRole('heading', { name: 'Novembre 2026' })).toBeVisible();
  await expect(page.getByText('férié (Armistice 1918)').first()).toBeVisible();
  await expect(page.locator('.planning-calendar')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByText('Filtrer').click();
  await page.getByLabel('État').selectOption('brouillon');
  await expect(page).toHaveURL(/etat=brouillon/);
  await page.goto('/animation');
  await page.getByRole('link', { name: /brouillons? à publier/ }).click();
  await expect(page).toHaveURL(/vue=liste.*etat=brouillon/);
  await expect(page.locator('.planning-row').first()).toBeVisible();
  const count = await page.locator('.planning-row').count();
  await expect(page.locator('.planning-row .state-mark--draft')).toHaveCount(count);
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Filtres actifs' }).getByRole('link', { name: 'Brouillons' }).click();
  await expect(page).not.toHaveURL(/etat=/);
});

test.describe('moving', () => {
  test.use({ consoleMaySay: REFUSED_PAGE });

  test('a draft is dragged; a clash is told and put back, then overridden with a reason; keys do the same', async ({
    page,
  }, { project }) => {
    const { moved, other } = await twoDrafts(project.name);
    await login(page, ANIMATOR);
    await page.goto(week(moved.date));
    await expect(event(page, moved.id)).toBeVisible();
    const home = await event(page, moved.id).boundingBox();
    const target = await event(page, other.id).boundingBox();
    if (!home || !target) throw new Error('not on screen');

    await drag(page, moved.id, { x: 0, y: AN_HOUR });
    await expect(page.getByText('La séance est déplacée.')).toBeVisible();
    await expect(event(page, moved.id)).not.toContainText(hours(moved));
    await event(page, moved.id).focus();
    await page.keyboard.press('h');
    await expect(page).toHaveURL(new RegExp(`/animation/seances/${moved.id}/horaire`));
    await page.getByLabel('De', { exact: true }).fill(moved.from);
    await page.getByLabel('À', { exact: true }).fill(moved.until);
    await page.getByLabel('À', { exact: true }).press('Enter');
    await expect(event(page, moved.id)).toContainText(hours(moved));

    await drag(page, moved.id, { x: target.x - home.x, y: 0 });
    const status = page.locator('.planning-status');
    await expect(status).toContainText('reste à sa place');
    await expect(status).toContainText('Déjà pris');
    await expect.poll(async () => (await event(page, moved.id).boundingBox())?.x).toBeLessThan(target.x - 20);
    await status.getByRole('link').click();
    await expect(page.getByText('Cet horaire n’est pas libre')).toBeVisible();
    await expect(page.getByLabel('Date')).toHaveValue(other.date);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer en passant outre' }).click();
    await expect(page.getByRole('alert')).toContainText('Déjà pris');
    await page.getByLabel(/pour quelle raison/).fill('Une collègue tient la seconde salle');
    await page.getByRole('button', { name: 'Enregistrer en passant outre' }).click();
    await expect(page).toHaveURL(/\/animation\/planning/);
    await expect.poll(async () => (await event(page, moved.id).boundingBox())?.x).toBeGreaterThan(home.x + 20);

    await event(page, moved.id).focus();
    await page.keyboard.press('h');
    await expect(page).toHaveURL(new RegExp(`/animation/seances/${moved.id}/horaire`));
    await page.getByLabel('Date').fill(moved.date);
    await page.getByLabel('Date').press('Enter');
    await expect(page).toHaveURL(/\/animation\/planning/);
    await expect.poll(async () => (await event(page, moved.id).boundingBox())?.x).toBeLessThan(target.x - 20);
  });
});

test('what people are enrolled in asks before it moves, and stays where it was', async ({ page }) => {
  const [taken] = await rows(
    `SELECT s.id, (s."startsAt" AT TIME ZONE 'Europe/Paris')::date::text AS date
       FROM "Session" s JOIN "Assignment" l ON l."sessionId" = s.id JOIN "Person" p ON p.id = l."personId"
      WHERE s.state = 'PUBLISHED' AND p.email LIKE $1 AND s."startsAt" > '2026-11-30'
        AND EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED')
      ORDER BY s."startsAt", s.id LIMIT 1`,
    [`${ANIMATOR}@%`],
  );
  const { id = '', date = '' } = taken ?? {};
  await login(page, ANIMATOR);
  await page.goto(week(date));
  await expect(event(page, id)).toBeVisible();
  const words = await event(page, id).innerText();
  await drag(page, id, { x: 0, y: 2 * AN_HOUR });
  await expect(page.getByRole('dialog')).toContainText(/ser(a|ont) prévenue/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Laisser à sa place' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => event(page, id).innerText()).toBe(words);
});

test('the coordinator reads the week of all relais, and the hours of one', async ({ page }) => {
  await login(page, 'sophie.lefevre');
  await page.goto(week('2026-11-23'));
  const held = page.locator('.planning-calendar .planning-fc');
  await expect(held.first()).toBeVisible();
  const widths = await held.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  expect(widths.length).toBeGreaterThan(15);
  expect(Math.min(...widths)).toBeGreaterThan(90);
  await expectAccessible(page);
  await expectFits(page);
  await expect(page.getByText('retrouver la grille des heures')).toBeVisible();
  await page.goto(`${week('2026-11-23')}&relais=amiens-nord`);
  await expect(held.first()).toBeVisible();
  await expect(page.getByText('retrouver la grille des heures')).toBeHidden();
});

test('a session that ends while she writes loses nothing', async ({ page }) => {
  const address = '/animation/activites/nouvelle?type=atelier&relais=amiens-nord';
  await login(page, ANIMATOR);
  await page.goto(address);
  await page.getByLabel('Titre', { exact: true }).fill('Écrit avant la nuit');
  await page.getByLabel('Description').fill('Une heure de travail.');
  await page.getByLabel('Enfants', { exact: true }).fill('7');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Enregistrer, puis choisir les dates' }).click();
  await page.locator(`button[name=compte][value="${ANIMATOR}"]`).click();
  await expect(page.getByText('de nouveau là, pas encore enregistré')).toBeVisible();
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Écrit avant la nuit');
  await expect(page.getByLabel('Description')).toHaveValue('Une heure de travail.');
  await expect(page.getByLabel('Enfants', { exact: true })).toHaveValue('7');
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel('Titre', { exact: true })).not.toHaveValue('Écrit avant la nuit');
});

test('a slot that she selects opens the form of a new activity', async ({ page }) => {
  test.setTimeout(30_000);
  await login(page, ANIMATOR);
  await page.goto(week('2027-06-14'));
  const calendar = await page.locator('.planning-calendar').boundingBox();
  if (!calendar) throw new Error('no calendar');
  const x = calendar.x + calendar.width - 60; // a Saturday
  await page.mouse.move(x, calendar.y + 200);
  await page.mouse.down();
  await page.mouse.move(x, calendar.y + 300, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/animation\/activites\/nouvelle\?date=2027-06-19&de=\d\d:\d\d&a=\d\d:\d\d/);
});

test('without script, the list says it all and the form moves', async ({ browser, baseURL }, { project }) => {
  test.skip(project.name === 'tablet', 'once is enough');
  const page = await withoutScript(browser, baseURL ?? '');
  await loginQuietly(page, ANIMATOR);
  await page.goto('/animation/planning?vue=mois&du=2027-06-01&etat=brouillon');
  const row = page.locator('.planning-row').first();
  await expect(row).toContainText('Brouillon');
  await expectFits(page);
  await row.getByRole('link', { name: /Changer l’horaire/ }).click();
  await page.getByLabel('À', { exact: true }).fill('11:15');
  await page.getByRole('button', { name: 'Enregistrer' }).first().click();
  await expect(page.getByText('La séance est déplacée.')).toBeVisible();
  await expect(page).toHaveURL(/\/animation\/planning\?vue=mois&du=2027-06-01/);
  await page.context().close();
});

const hours = ({ from, until }: Draft) => [from, until].map(inWords).join(' – ');
const inWords = (time: string) => `${Number(time.slice(0, 2))} h${time.endsWith('00') ? '' : ` ${time.slice(3)}`}`;

async function withoutScript(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.goto('/connexion');
  return page;
}
