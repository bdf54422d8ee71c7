import { expect, login, REFUSED_PAGE, test } from './fixtures.ts';
import { linkIn, mailsTo, nextMail } from './mailbox.ts';

/** Each screen size has its own person, so that codes do not cross. */
const addressOf = (project: string) => `${project === 'phone' ? 'lea.martin' : 'ines.roux'}@demo.ribambelle.example`;

test.describe('signing in', () => {
  test('with the code received', async ({ page }, { project }) => {
    const address = addressOf(project.name);
    const { length } = await mailsTo(address);
    await page.goto('/connexion');
    await page.getByLabel('Votre adresse e-mail').fill(address);
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    await expect(page).toHaveURL(/\/connexion\/code/);
    const mail = await nextMail(address, length);
    const code = /\b\d{4} \d{4}\b/.exec(`${mail.text} ${mail.subject}`.replace(/\s+/g, ' '))?.[0] ?? '';
    await page.getByLabel('Code reçu par e-mail').fill(code);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await expect(page).not.toHaveURL(/\/connexion/);
    await expect(
      page.locator('header a[href="/deconnexion"], header form[action="/deconnexion"]').first(),
    ).toBeAttached();
  });

  test('with the link received, which showing does not use up', async ({ page, browser }, { project }) => {
    const address = addressOf(project.name);
    const { length } = await mailsTo(address);
    await page.goto('/connexion');
    await page.getByLabel('Votre adresse e-mail').fill(address);
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    const link = linkIn(await nextMail(address, length), /^\/connexion\//);
    const scanner = await browser.newPage();
    await scanner.goto(link);
    await scanner.close();
    await page.goto(link);
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await expect(page).not.toHaveURL(/\/connexion/);
  });
});

test.describe('a link that is over', () => {
  test.use({ consoleMaySay: REFUSED_PAGE });

  test('says so and offers another one', async ({ page }) => {
    const answer = await page.goto('/connexion/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole('link', { name: 'Recevoir un nouveau code' })).toBeVisible();
  });

  test('a wrong code leaves her on the form, with its error', async ({ page }) => {
    await page.goto('/connexion');
    await page.getByLabel('Votre adresse e-mail').fill('personne@demo.ribambelle.example');
    await page.getByRole('button', { name: 'Recevoir un code' }).click();
    await page.getByLabel('Code reçu par e-mail').fill('0000 0000');
    await page.getByRole('button', { name: 'Me connecter' }).click();
    await expect(page.getByLabel('Code reçu par e-mail')).toHaveAttribute('aria-invalid', 'true');
  });
});

test('signing out forgets her', async ({ page }) => {
  await login(page, 'admin');
  await page.goto('/mon-espace');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour');
  await page.goto('/deconnexion');
  await page.locator('main').getByRole('button').click();
  await expect(page.getByRole('heading', { name: 'Déconnexion réussie' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/connexion\?/);
});
