import { expect, expectAccessible, REFUSED_PAGE, test } from './fixtures.ts';

test.use({ consoleMaySay: REFUSED_PAGE });

const ABSENT = [
  '/nulle-part',
  '/seances/00000000-0000-4000-8000-000000000000',
  '/seances/rien',
  '/activites/rien',
  '/relais/rien',
  '/offres/rien/acceptation',
  '/desistement/rien',
];

for (const path of ABSENT) {
  test(`${path} is not found, and the page says where to go`, async ({ page }) => {
    const answer = await page.goto(path);
    expect([404, 410]).toContain(answer?.status());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main a').first()).toBeVisible();
    await expectAccessible(page);
  });
}

test('a form sent from another site is refused', async ({ request }) => {
  const answer = await request.post('/deconnexion', {
    headers: { Origin: 'https://ailleurs.example' },
    form: { x: '1' },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain('<h1');
});

test('pages of one’s own lead to sign in, then back', async ({ page }) => {
  await page.goto('/mon-espace');
  await expect(page).toHaveURL(/\/connexion\?retour=/);
  await page.locator('button[name=compte][value="awa.diallo"]').click();
  await expect(page).toHaveURL(/\/mon-espace$/);
});
