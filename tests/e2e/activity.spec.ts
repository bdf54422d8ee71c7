import { expect, expectAccessible, expectFits, login, REFUSED_PAGE, test, type Page } from './fixtures.ts';

const title = (project: string) => `Peinture aux doigts ${project}`;

/** Kind first, then the facts; leads to the dates of a draft. */
async function create(page: Page, name: string, check = expectAccessible): Promise<string> {
  await page.goto('/animation/activites/nouvelle');
  await check(page);
  await page.getByRole('link', { name: 'Atelier d’éveil' }).click();
  await check(page);
  await page.getByLabel('Titre').fill(name);
  await page.getByLabel('À prévoir').fill('Une blouse');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(page).toHaveURL(/\/animation\/activites\/[^/]+\/dates$/);
  return new URL(page.url()).pathname.replace(/\/dates$/, '');
}

/** Friday 16 h for a Monday, the evening before at 18 h otherwise. */
async function fillClosing(page: Page): Promise<void> {
  await page.locator('summary', { hasText: 'Fermeture' }).click();
  const closing = page.locator('#closing');
  await closing.getByLabel('selon le jour de la séance').first().check();
  await closing.getByLabel('Pour un lundi : le').selectOption('vendredi');
  await closing.getByLabel('Pour un lundi : à').fill('16:00');
  await closing.locator('input[name="closing.weekdayTable.otherwise"][value="eveningBefore"]').check();
  await closing.locator('[name="closing.weekdayTable.otherwise.eveningBefore.time"]').fill('18:00');
}

const CLOSING = 'Fermeture : vendredi 16 h pour un lundi, la veille 18 h sinon';

test('an activity is created, its rules are set and told, a draft is removed', async ({ page }, info) => {
  await login(page, 'lea.martin');
  const name = title(info.project.name);
  const path = await create(page, name);
  await page.goto(`${path}/regles`);
  await expectAccessible(page);
  await expectFits(page);
  await fillClosing(page);
  await expect(page.getByRole('heading', { name: CLOSING })).toBeVisible();
  await expect(page.getByText(/Pour une séance un lundi .*fermeture vendredi/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await expect(page.getByText('Clôture : vendredi 16 h pour un lundi, la veille 18 h sinon')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/animation/activites?q=PEINTURE');
  await expect(page.getByRole('link', { name })).toBeVisible();
  await page.goto(`${path}/suppression`);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await expect(page).toHaveURL(/\/animation\/activites$/);
});

test('a term is published from its list of drafts', async ({ page }, info) => {
  await login(page, 'lea.martin');
  const term = info.project.name === 'tablet' ? 'du=2027-05-01&au=2027-05-14' : 'du=2027-06-01&au=2027-06-14';
  await page.goto(`/animation/publication?${term}`);
  await expectAccessible(page);
  await expectFits(page);
  const count = await page.locator('input[name=seance]').count();
  expect(count).toBeGreaterThan(1);
  await page.locator('input[name=seance]').first().uncheck();
  await page.getByRole('button', { name: 'Publier les dates cochées' }).click();
  await expect(page.getByText(`${count - 1} date`, { exact: false }).first()).toBeVisible();
  await expect(page.locator('input[name=seance]')).toHaveCount(1);
});

test('the announcement of a term is read before it is sent', async ({ page }) => {
  await login(page, 'lea.martin');
  await page.goto('/animation/publication');
  await page.getByRole('link', { name: 'Annoncer l’ouverture des inscriptions' }).click();
  await expectAccessible(page);
  await expectFits(page);
  for (const name of ['Soirée à thème', 'Éveil musical'])
    await page.locator('label.check-card', { hasText: name }).click();
  await expect(page.getByText('Les inscriptions ouvrent : 2 activités')).toBeVisible();
  await page.getByRole('radio', { name: 'Seulement à celles du relais' }).check();
  await expectAccessible(page);
  await expect(page.getByText(/séances, \d+ courriels/)).toBeVisible();
  await expect(page.getByText(/personnes sans e-mail, à appeler/)).toBeVisible();
});

test('a number beside a choice is kept; the next règlement of a relais is published', async ({ page }, info) => {
  await login(page, 'sophie.lefevre');
  const relais = info.project.name === 'tablet' ? 'Relais de la Vallée de la Selle' : 'Relais de la Vallée de l’Avre';
  await page.goto('/animation/reglements/nouveau');
  await page.getByLabel('Pour', { exact: true }).selectOption(relais);
  await page.getByLabel('Titre').fill('Règlement de demain');
  await page.getByLabel('Texte').fill('Prévenir en cas d’absence.');
  await expectAccessible(page);
  await page.getByLabel('À accepter à partir du').fill('2098-01-01');
  await page.getByRole('button', { name: 'Publier cette version' }).click();
  await expect(page.getByText('à accepter à partir du 1er janvier 2098').first()).toBeVisible();
  await expect(page.locator('section', { hasText: relais }).getByText('à venir').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await login(page, 'lea.martin');
  const path = await create(page, `${title(info.project.name)} à trois`);
  await page.goto(`${path}/regles`);
  await page
    .locator('details.rule', { has: page.locator('#children') })
    .locator('summary')
    .click();
  await page.getByRole('radio', { name: /^attendus/ }).check();
  await page.locator('[name="children.REQUIRED.perAdult"]').fill('3');
  await expect(
    page.getByRole('heading', { name: 'Enfants : attendus, au moins un, au plus 3 par adulte' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
  await expect(page.getByText('Les règles sont à jour.')).toBeVisible();
  await page.goto(`${path}/suppression`);
  await page.getByRole('button', { name: 'Supprimer' }).click();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, consoleMaySay: REFUSED_PAGE });

  test('rules are read again before they are kept, and errors lose nothing', async ({ page }, info) => {
    await login(page, 'lea.martin');
    const path = await create(page, `${title(info.project.name)} sans script`, expectFits);
    await page.goto(`${path}/regles`);
    await fillClosing(page);
    await page.locator('[name="closing.weekdayTable.1.time"]').fill('');
    await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
    const time = page.locator('[name="closing.weekdayTable.1.time"]');
    await expect(time).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name="closing.weekdayTable.1.day"]')).toHaveValue('5');
    await time.fill('16:00');
    await page.getByRole('button', { name: 'Relire sans enregistrer' }).click();
    await expect(page.getByRole('heading', { name: CLOSING })).toBeVisible();
    await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
    await expect(page.getByText('Clôture : vendredi 16 h pour un lundi')).toBeVisible();
    await page.goto(`${path}/suppression`);
    await page.getByRole('button', { name: 'Supprimer' }).click();
  });
});
