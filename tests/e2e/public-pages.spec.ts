import { expect, expectAccessible, expectFits, expectFitsLarger, test } from './fixtures.ts';

const PAGES = [
  '/',
  '/connexion',
  '/demande-acces',
  '/donnees',
  '/mentions-legales',
  '/accessibilite',
  '/confidentialite',
  '/plan-du-site',
  '/demo/courriels',
];
const CATALOGUE = ['/activites', '/activites?vue=mois'];

for (const path of [...PAGES, ...CATALOGUE]) {
  test(`${path} is accessible and fits the screen`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectFits(page);
    await expectFitsLarger(page);
  });
}

for (const [name, first] of [
  ['a session', '/seances/'],
  ['a relais', '/relais/'],
]) {
  test(`${name} is accessible and fits the screen`, async ({ page }) => {
    await page.goto(first === '/relais/' ? '/' : '/activites');
    await page.locator(`main a[href^="${first}"]`).first().click();
    await expect(page).toHaveURL(new RegExp(first ?? ''));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#contenu')).toBeFocused();
    await expect(page.locator('body > [role=status]')).toHaveText(await page.title());
    await expectAccessible(page);
    await expectFits(page);
    await expectFitsLarger(page);
  });
}

test('the first Tab leads to the content', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', /^#/);
});
