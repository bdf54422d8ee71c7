import { expect, login, type Page } from './fixtures.ts';

/** Each screen size has its own person: both run at once. */
export const bookerOf = (project: string): string => (project === 'phone' ? 'nadia.morel' : 'awa.diallo');
export const emailOf = (compte: string): string => `${compte}@demo.ribambelle.example`;

const SUBMIT = /^M’inscrire/;

/** From the catalogue's ateliers with places, opens the form of the first that she may book; gives its session's path. */
export async function openBooking(page: Page): Promise<string> {
  await page.goto('/activites?type=atelier&places=1');
  const cards = page.locator('main a[href^="/seances/"]');
  await expect(cards.first()).toBeVisible();
  const paths: string[] = [];
  for (const card of await cards.all()) paths.push((await card.getAttribute('href')) ?? '');
  for (const path of new Set(paths)) {
    await page.goto(`${path}/inscription`);
    if ((await page.getByRole('button', { name: SUBMIT }).count()) > 0) return path;
  }
  throw new Error('no atelier of the catalogue can be booked');
}

export const submitButton = (page: Page) => page.getByRole('button', { name: SUBMIT });
export const childBoxes = (page: Page) => page.locator('input[type=checkbox][name=enfant]');

/** Ticks her two usual children and books. */
export async function bookWithTwo(page: Page): Promise<void> {
  await childBoxes(page).nth(0).check();
  await childBoxes(page).nth(1).check();
  await submitButton(page).click();
  await expectBooked(page);
}

export async function expectBooked(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/seances\/[^/]+$/);
  await expect(page.getByText(/Vous êtes inscrite/).first()).toBeVisible();
}

/** Gives her place back from the session's page. */
export async function withdraw(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/desistement`);
  await page.locator('main form[method=post] button').click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText(/Vous êtes inscrite/)).toHaveCount(0);
}

export { login };
