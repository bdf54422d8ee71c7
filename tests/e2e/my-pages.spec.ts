import { bookerOf, childBoxes, login, openBooking } from './booking.ts';
import { expect, expectAccessible, expectFits, expectFitsLarger, REFUSED_PAGE, test, type Page } from './fixtures.ts';

const PAGES = ['/mon-espace', '/mon-espace/enfants', '/mon-espace/agenda', '/mon-espace/coordonnees'];
const OTHERS = ['/mon-espace/messages', '/mon-espace/besoins', '/mon-espace/parcours', '/mon-espace/attestations'];

test('her pages are accessible and fit the screen', async ({ page }, info) => {
  await login(page, bookerOf(info.project.name));
  for (const path of PAGES) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expectAccessible(page);
    await expectFits(page);
  }
});

test('her pages hold letters twice as large', async ({ page }, info) => {
  await login(page, bookerOf(info.project.name));
  for (const path of [...PAGES, ...OTHERS]) {
    await page.goto(path);
    await expectFitsLarger(page);
  }
});

test.describe('a child’s name', () => {
  test.use({ consoleMaySay: REFUSED_PAGE });

  async function add(page: Page, name: string): Promise<void> {
    await page.goto('/mon-espace/enfants');
    await page.getByLabel('Prénom ou surnom').evaluate((input) => input.removeAttribute('maxlength'));
    await page.getByLabel('Prénom ou surnom').fill(name);
    await page.getByLabel('Mois de naissance').fill('2025-03');
    await page.getByRole('button', { name: 'Ajouter à ma liste' }).click();
  }

  test('of 300 letters is refused beside its field, with what was typed', async ({ page }, info) => {
    await login(page, bookerOf(info.project.name));
    const long = 'Anne-Sophie'.repeat(30).slice(0, 300);
    await add(page, long);
    const field = page.getByLabel('Prénom ou surnom');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveValue(long);
    await expectAccessible(page);
    await expectFits(page);
  });

  test('may hold signs of its own; it is offered when she books, until she removes it', async ({ page }, info) => {
    await login(page, bookerOf(info.project.name));
    await add(page, 'Zoé 🦊');
    const remove = page.getByRole('button', { name: 'Retirer Zoé 🦊' });
    await expect(remove).toBeVisible();
    await openBooking(page);
    await expect(page.locator('label', { has: childBoxes(page), hasText: 'Zoé 🦊' })).toBeVisible();
    await page.goto('/mon-espace/enfants');
    await remove.click();
    await expect(remove).toHaveCount(0);
  });
});
