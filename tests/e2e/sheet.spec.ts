import type { Browser, BrowserContext } from '@playwright/test';
import { rows } from './database.ts';
import { expect, expectAccessible, expectFits, loginQuietly, type Page, test } from './fixtures.ts';

const TABLET = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: false } as const;

const TWICE = 'browsers of its own, of a tablet’s size: once is enough';

/** The latest (or first) sheet of this animator's relais that nobody has filled, with at least so many people expected. */
async function sheetToFill(compte: string, atLeast: number, order: 'DESC' | 'ASC' = 'DESC'): Promise<string> {
  const [found] = await rows(
    `SELECT s.id FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
      WHERE s.state = 'PUBLISHED' AND a.kind IN ('ATELIER', 'PASSERELLE') AND s."startsAt" < '2026-11-22'
        AND s."relaisId" IN (SELECT t."relaisId" FROM "StaffRole" t JOIN "Person" p ON p.id = t."personId" WHERE p.email = $1)
        AND NOT EXISTS (SELECT 1 FROM "AttendanceMark" m WHERE m."sessionId" = s.id)
        AND (SELECT count(*) FROM "Enrollment" e WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') >= $2
      ORDER BY s."startsAt" ${order}, s.id LIMIT 1`,
    [`${compte}@demo.ribambelle.example`, atLeast],
  );
  if (found?.id === undefined) throw new Error('no sheet to fill');
  return found.id;
}

async function tablet(browser: Browser, compte: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ ...TABLET, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await page.goto('/');
  await loginQuietly(page, compte);
  return { context, page };
}

const open = (page: Page, id: string) => page.goto(`/animation/seances/${id}/emargement`);
const line = (page: Page, n: number) => page.locator('article.sheet-line').nth(n);
const choose = (page: Page, n: number, state: 'PRESENT' | 'EXCUSED' | 'ABSENT') =>
  line(page, n).locator(`.sheet-state[data-state=${state}]`).click();
const stateOf = (page: Page, n: number) => line(page, n).getAttribute('data-state');
const saved = (page: Page) => expect(page.getByText('Tout est enregistré.')).toBeVisible();
const ready = (page: Page) => expect(page.getByText('Prête hors connexion.')).toBeVisible();
const counted = (page: Page) => page.locator('.sheet-counter dd').allTextContents();

test.describe('the sheet', () => {
  test('two animators, one offline: nothing lost, nothing counted twice, the conflict seen and settled', async ({
    browser,
  }, { project }) => {
    test.skip(project.name !== 'tablet', TWICE);
    const id = await sheetToFill('hugo.carlier', 3);
    const lea = await tablet(browser, 'lea.martin');
    const hugo = await tablet(browser, 'hugo.carlier');
    await open(lea.page, id);
    await open(hugo.page, id);
    await ready(hugo.page);
    const before = await line(hugo.page, 0).locator('input[type=number]').first().inputValue();

    await hugo.context.setOffline(true);
    await choose(hugo.page, 0, 'PRESENT');
    await line(hugo.page, 0)
      .getByRole('button', { name: /^Un de plus/ })
      .first()
      .click();
    await expect(hugo.page.getByText('2 marques à envoyer')).toBeVisible();
    await hugo.page.reload();
    await expect(hugo.page.getByText('2 marques à envoyer')).toBeVisible();
    expect(await stateOf(hugo.page, 0)).toBe('PRESENT');
    await choose(hugo.page, 1, 'PRESENT');
    await hugo.page.getByLabel('Prénom').fill('Julie');
    await hugo.page.getByRole('button', { name: 'Ajouter sans fiche' }).click();
    await expect(hugo.page.getByText('4 marques à envoyer')).toBeVisible();
    await hugo.page.close();

    await choose(lea.page, 1, 'PRESENT');
    await choose(lea.page, 0, 'ABSENT');
    await choose(lea.page, 2, 'EXCUSED');
    await saved(lea.page);

    await hugo.context.setOffline(false);
    const again = await hugo.context.newPage();
    await open(again, id);
    await saved(again);
    await expect(again.getByText('1 désaccord entre deux tablettes')).toBeVisible();
    await lea.page.reload();
    await expect(lea.page.getByText('1 désaccord entre deux tablettes')).toBeVisible();
    await expectAccessible(lea.page);
    expect(await stateOf(lea.page, 2)).not.toBe('NONE');

    await lea.page.getByRole('button', { name: /^Prendre « présente/ }).click();
    await expect(lea.page.getByText(/désaccord/)).toHaveCount(0);
    await expect(line(lea.page, 0)).toHaveAttribute('data-state', 'PRESENT');
    await expect(line(lea.page, 0).locator('input[type=number]').first()).toHaveValue(String(Number(before) + 1));
    await again.reload();
    await saved(again);
    expect(await counted(again)).toEqual(await counted(lea.page));

    const [kept] = await rows(
      `SELECT (SELECT count(*) FROM "AttendanceMark" WHERE "sessionId" = $1) AS marks,
              (SELECT count(*) FROM "Attendance" WHERE "sessionId" = $1 AND state = 'PRESENT') AS present,
              (SELECT count(*) FROM "Attendance" WHERE "sessionId" = $1 AND label = 'Julie') AS julie`,
      [id],
    );
    expect(kept).toMatchObject({ marks: '8', present: '3', julie: '1' });

    await again.goto('/deconnexion');
    await again.getByRole('button', { name: 'Me déconnecter' }).click();
    await expect(again.getByRole('heading', { name: 'Déconnexion réussie' })).toBeVisible();
    await expect.poll(() => again.evaluate(() => caches.keys())).toEqual([]);
    await lea.context.close();
    await hugo.context.close();
  });

  test('a session that expired meanwhile keeps its marks until she signs in', async ({ browser }, { project }) => {
    test.skip(project.name !== 'tablet', TWICE);
    const id = await sheetToFill('agathe.maillard', 1);
    const { context, page } = await tablet(browser, 'agathe.maillard');
    await open(page, id);
    await ready(page);
    await context.setOffline(true);
    await choose(page, 0, 'EXCUSED');
    await expect(page.getByText('1 marque à envoyer')).toBeVisible();
    await context.clearCookies();
    await context.setOffline(false);
    await expect(page.getByText('Votre connexion a expiré')).toBeVisible();
    await loginQuietly(page, 'agathe.maillard');
    await page.reload();
    await saved(page);
    const found = await rows(`SELECT state FROM "Attendance" WHERE "sessionId" = $1`, [id]);
    expect(found).toEqual([{ state: 'EXCUSED' }]);
    await context.close();
  });

  test('marks that a closed tab left go from the first page of the team', async ({ browser }, { project }) => {
    test.skip(project.name !== 'tablet', TWICE);
    const id = await sheetToFill('nora.bensaid', 1);
    const { context, page } = await tablet(browser, 'nora.bensaid');
    await open(page, id);
    await ready(page);
    const marks = `**/animation/seances/${id}/marques`;
    await context.route(marks, (route) => route.abort());
    await choose(page, 0, 'ABSENT');
    await expect(page.getByText('1 marque à envoyer')).toBeVisible();
    await page.close();
    const again = await context.newPage();
    await again.goto('/animation');
    await expect(again.getByText('1 marque à envoyer')).toBeVisible();
    await expectAccessible(again);
    await context.unroute(marks);
    await again.reload();
    await expect(again.getByText('1 marque à envoyer')).toHaveCount(0);
    const count = () => rows(`SELECT state FROM "Attendance" WHERE "sessionId" = $1`, [id]);
    await expect.poll(count).toEqual([{ state: 'ABSENT' }]);
    await context.close();
  });

  test('a private window sends at once, and says that it keeps nothing', async ({ browser }, { project }) => {
    test.skip(project.name !== 'tablet', TWICE);
    const id = await sheetToFill('nora.bensaid', 1);
    const { context, page } = await tablet(browser, 'nora.bensaid');
    await context.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
    });
    await open(page, id);
    await expect(page.getByText('Ce navigateur ne garde rien')).toBeVisible();
    await choose(page, 0, 'EXCUSED');
    await saved(page);
    await page.getByLabel('Prénom').fill('Zoé 👶');
    await page.getByRole('button', { name: 'Ajouter sans fiche' }).dblclick();
    await saved(page);
    await expect(page.getByText('Prête hors connexion.')).toHaveCount(0);
    const count = () => rows(`SELECT count(*) AS there FROM "Attendance" WHERE "sessionId" = $1`, [id]);
    await expect.poll(count).toEqual([{ there: '2' }]);
    await context.close();
  });

  test('a session moved or cancelled meanwhile: her marks stay, and she is told', async ({ browser }, { project }) => {
    test.skip(project.name !== 'tablet', TWICE);
    const id = await sheetToFill('nora.bensaid', 1);
    const { context, page } = await tablet(browser, 'nora.bensaid');
    await open(page, id);
    await ready(page);
    const marks = `**/animation/seances/${id}/marques`;
    await context.route(marks, (route) => route.fulfill({ status: 409, json: { date: '2026-12-01' } }));
    await choose(page, 0, 'EXCUSED');
    await expect(page.getByText('Séance déplacée au mardi 1er décembre')).toBeVisible();
    await expect(page.getByText('1 marque à envoyer')).toBeVisible();
    await context.unroute(marks);
    await context.route(marks, async (route) => {
      const answer = await route.fetch();
      const told = await answer.text();
      await route.fulfill({ response: answer, body: told.replace('"cancelled":false', '"cancelled":true') });
    });
    await choose(page, 0, 'ABSENT');
    await expect(page.getByText('Cette séance a été annulée entre-temps')).toBeVisible();
    await saved(page);
    await context.close();
  });

  test('with the keyboard alone', async ({ page }, { project }) => {
    const animator = project.name === 'tablet' ? 'maud.ferrand' : 'hugo.carlier';
    const id = await sheetToFill(animator, 1, 'ASC');
    await loginQuietly(page, animator);
    await open(page, id);
    await saved(page);
    const radio = line(page, 0).locator('input[type=radio]').first();
    await radio.focus();
    await page.keyboard.press('Space');
    await expect(line(page, 0)).toHaveAttribute('data-state', 'PRESENT');
    await page.keyboard.press('ArrowRight');
    await expect(line(page, 0)).toHaveAttribute('data-state', 'EXCUSED');
    await page.keyboard.press('ArrowLeft');
    await saved(page);
    await expectAccessible(page);
    await expectFits(page);
    await page.getByLabel('Elle a une fiche').fill('morel');
    await page
      .getByRole('button', { name: /^Ajouter .*Morel/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Venue sans inscription.').first()).toBeVisible();
    await saved(page);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('she saves the whole sheet, twice, and adds someone', async ({ page }, { project }) => {
    const animator = project.name === 'tablet' ? 'judith.sellier' : 'hugo.carlier';
    const id = await sheetToFill(animator, 2, 'ASC');
    await loginQuietly(page, animator);
    await open(page, id);
    await choose(page, 0, 'PRESENT');
    await line(page, 0).locator('input[type=number]').first().fill('3');
    await choose(page, 1, 'ABSENT');
    await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
    await expect(page.getByText('La feuille est enregistrée.')).toBeVisible();
    expect(await stateOf(page, 0)).toBe('PRESENT');
    expect(await stateOf(page, 1)).toBe('ABSENT');
    await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
    await page.getByLabel('Prénom').fill('Julie');
    await page.getByRole('button', { name: 'Ajouter sans fiche' }).click();
    await expect(page.getByRole('heading', { name: 'Julie' })).toBeVisible();
    const [kept] = await rows(`SELECT count(*) AS marks FROM "AttendanceMark" WHERE "sessionId" = $1`, [id]);
    expect(kept).toEqual({ marks: '3' });
  });
});
