import { readWithIcalJs } from './calendars.ts';
import { accountOf } from './database.ts';
import { expect, expectAccessible, expectFits, login, loginQuietly, test, type Page } from './fixtures.ts';
import { freeAms } from './term.ts';

/** Each screen size has its own persons: both run at once. */
const PEOPLE = {
  phone: { am: 0, team: 'lea.martin', wide: false },
  desktop: { am: 1, team: 'sophie.lefevre', wide: true },
} as const;
const peopleOf = (project: string) => (project === 'phone' ? PEOPLE.phone : PEOPLE.desktop);

const address = (page: Page) => page.getByLabel('Adresse de l’agenda').inputValue();
const statusOf = async (page: Page, url: string) => (await page.request.get(url)).status();

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an AM makes her link, sees it read, makes another: the former is dead at once', async ({ page }, {
    project,
  }) => {
    const email = (await freeAms('itinerant', 2))[peopleOf(project.name).am] ?? '';
    await loginQuietly(page, accountOf(email));
    await page.goto('/mon-espace/agenda');
    await page.getByRole('button', { name: 'Créer mon lien d’agenda' }).click();
    const first = await address(page);
    await expect(page.getByRole('link', { name: 'M’abonner sur ce téléphone' })).toHaveAttribute(
      'href',
      /^webcal:\/\//,
    );
    const feed = await page.request.get(first);
    expect([feed.status(), await feed.text()]).toEqual([200, expect.stringContaining('BEGIN:VCALENDAR')]);
    expect(feed.headers()).toMatchObject({ 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' });
    await page.goto('/mon-espace/agenda');
    await expect(page.getByText('Lu aujourd’hui à')).toBeVisible();
    expect(await page.content()).not.toContain('.ics');
    await page.getByRole('button', { name: 'Faire un nouveau lien' }).click();
    const second = await address(page);
    expect([await statusOf(page, first), await statusOf(page, second)]).toEqual([410, 200]);
    await page.getByRole('button', { name: 'Supprimer mon lien' }).click();
    await expect(page.getByText('Votre lien d’agenda ne marche plus.')).toBeVisible();
    expect(await statusOf(page, second)).toBe(410);
  });
});

test('the team chooses what its calendar shows', async ({ page }, { project }) => {
  await login(page, peopleOf(project.name).team);
  await page.goto('/animation/agenda');
  await page.getByLabel('Toutes les séances de mes relais').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Créer mon lien d’agenda' }).click();
  await expect(page.getByRole('heading', { name: 'Votre lien est prêt' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copier l’adresse' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  const feed = await address(page);
  const all = await (await page.request.get(feed)).text();
  expect(all).toContain('/animation/seances/');
  await page.goto('/animation/agenda');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByLabel('Seulement les séances que je mène').check();
  await page.getByRole('button', { name: 'Enregistrer ce choix' }).click();
  await expect(page.getByText('Votre choix est enregistré.')).toBeVisible();
  const own = await (await page.request.get(feed)).text();
  expect(readWithIcalJs(own).length).toBeLessThan(readWithIcalJs(all).length);
});

test('everyone subscribes to all relais, to one, to a place', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Tout le programme dans votre agenda').click();
  await expectAccessible(page);
  await expectFits(page);
  const all = await (await page.request.get(await address(page))).text();
  const events = readWithIcalJs(all).length;
  await page.goto('/relais/amiens-nord');
  const relais = readWithIcalJs(await (await page.request.get(await address(page))).text()).length;
  const place = page.getByRole('link', { name: /^S’abonner à l’agenda de ce lieu/ }).first();
  const webcal = (await place.getAttribute('href')) ?? '';
  const site = await page.request.get(webcal.replace(/^webcal:/, 'http:'));
  expect(site.status()).toBe(200);
  const here = readWithIcalJs(await site.text()).length;
  expect(here).toBeGreaterThan(0);
  expect(events).toBeGreaterThan(relais);
  const etag = site.headers()['etag'] ?? '';
  const again = await page.request.get(site.url(), { headers: { 'If-None-Match': etag } });
  expect(again.status()).toBe(304);
});
