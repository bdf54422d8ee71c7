import writeXlsxFile from 'write-excel-file/node';

import {
  expect,
  expectAccessible,
  expectFits,
  login,
  loginQuietly,
  type Page,
  REFUSED_PAGE,
  test,
} from './fixtures.ts';
import { linkIn, mailsTo, nextMail } from './mailbox.ts';

/** Each screen size has its own people: both run at once. */
const mark = (project: string) => (project === 'tablet' ? 'Tablette' : 'Bureau');
const phoneOf = (project: string, number: number) =>
  `06 39 98 ${project === 'tablet' ? '8' : '9'}${String(Math.floor(number / 100))} ${String(number % 100).padStart(2, '0')}`;

test('a directory that finds without accents, and a file that says it all', async ({ page }) => {
  await login(page, 'lea.martin');
  await page.goto('/animation');
  await page.getByRole('navigation', { name: 'Animation' }).getByRole('link', { name: 'Professionnel·les' }).click();
  await page.getByLabel('Nom ou téléphone').fill('MORÈL nadia');
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 personne' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: 'Morel Nadia' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nadia Morel' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Agrément' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto('/animation/professionnels?agrement=12&tri=agrement&statut=toutes');
  await expect(page.getByLabel('Trier par')).toHaveValue('agrement');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect((await download).suggestedFilename()).toBe('professionnelles.csv');
});

test('a spreadsheet of 300, its columns said by hand, the known and the doubles left alone', async ({ page }, {
  project,
}) => {
  test.skip(project.name === 'tablet', 'a list is imported at a desk');
  await login(page, 'lea.martin');
  await page.goto('/animation/professionnels/import');
  await expectAccessible(page);
  const buffer = await workbook(project.name);
  await page
    .getByLabel('Votre fichier')
    .setInputFiles({ name: 'liste.xlsx', mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: 'Lire la liste' }).click();
  await expect(page.getByText('Personne n’est à ajouter ainsi')).toBeVisible();
  await page.getByLabel('La colonne Joignable au est').selectOption('mobile');
  await page.getByLabel('Relais de rattachement').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Relire avec ces colonnes' }).click();
  await expect(page.getByRole('status').filter({ hasText: '300 lignes lues' })).toContainText(
    '1 à corriger dans votre liste, puis à importer de nouveau · 1 en double dans la liste · 1 déjà connue, rien ne change · 297 à ajouter',
  );
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: 'Ajouter 297 personnes' }).click();
  await expect(page.getByRole('heading', { name: 'La liste est importée' })).toBeVisible({ timeout: 40_000 });
  await page.goto(`/animation/professionnels?q=${mark(project.name)}+${inLetters(250)}`);
  await expect(page.getByRole('status').filter({ hasText: '1 personne' })).toBeVisible();
});

test('asking for access without script; accepted, the newcomer signs in and books', async ({ page, browser }, {
  project,
}) => {
  const name = `Ines${mark(project.name)}`;
  const address = `${name.toLowerCase()}@nouvelle.example`;
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await bare.newPage();
  await visitor.goto('/connexion');
  await visitor.getByRole('link', { name: 'Demandez un accès' }).click();
  await visitor.getByLabel('Votre prénom').fill(name);
  await visitor.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(visitor.getByLabel('Votre nom', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(visitor.getByLabel('Votre prénom')).toHaveValue(name);
  await visitor.getByLabel('Votre nom', { exact: true }).fill('Nouvelle');
  await visitor.getByLabel('Vous êtes').selectOption('GARDE_A_DOMICILE');
  await visitor.getByLabel('Votre e-mail').fill(address);
  await visitor.getByLabel('Votre relais').selectOption({ index: 1 });
  await visitor.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await expect(visitor.getByText('Votre demande est envoyée')).toBeVisible();
  await bare.close();

  await login(page, 'sophie.lefevre');
  await page.goto('/animation/professionnels/demandes');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Accepter et la prévenir : ${name} Nouvelle` }).click();
  await expect(page.getByText('L’accès est ouvert')).toBeVisible();
  const opened = await nextMail(address, 0, /Votre accès est ouvert/);
  await page.goto('/deconnexion');
  await page.locator('main').getByRole('button').click();
  await page.goto(linkIn(opened, /^\/connexion$/));
  await signIn(page, address);
  await bookMeeting(page);
});

test.describe('two files of one person', () => {
  test.use({ consoleMaySay: REFUSED_PAGE });

  test('warned of when made, found, compared, made one', async ({ page }, { project }) => {
    const lastName = `Double${mark(project.name)}`;
    await loginQuietly(page, 'lea.martin');
    await newFile(page, 'Zélie', lastName, phoneOf(project.name, 977));
    await expect(page.getByRole('heading', { level: 1, name: `Zélie ${lastName}` })).toBeVisible();
    await newFile(page, 'ZELIE', lastName, phoneOf(project.name, 977));
    await expect(page.getByText('Elle a peut-être déjà une fiche')).toBeVisible();
    await expect(page.getByLabel('Prénom')).toHaveValue('ZELIE');
    await page.getByLabel('C’est quelqu’un d’autre : créer la fiche').check();
    await page.getByRole('button', { name: 'Créer la fiche' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `ZELIE ${lastName}` })).toBeVisible();
    await page.goto('/animation/professionnels/doublons');
    await expectAccessible(page);
    await page
      .getByRole('listitem')
      .filter({ hasText: lastName })
      .getByRole('link', { name: 'Comparer et réunir' })
      .first()
      .click();
    await page.getByLabel(`Garder Zélie ${lastName}`).check();
    await page.getByRole('button', { name: 'Réunir les deux fiches' }).click();
    await expect(page.getByLabel(`Garder Zélie ${lastName}`)).toBeChecked();
    await expectAccessible(page);
    await expectFits(page);
    await page.getByLabel('C’est bien la même personne').check();
    await page.getByRole('button', { name: 'Réunir les deux fiches' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Zélie ${lastName}` })).toBeVisible();
    await page.goto(`/animation/professionnels?q=zelie+${lastName}`);
    await expect(page.getByRole('status').filter({ hasText: '1 personne' })).toBeVisible();
  });
});

/** A name of its own for each number: digits are no part of a name. */
const inLetters = (index: number) =>
  [index % 26, Math.floor(index / 26)].map((n) => `${String.fromCharCode(97 + n)}z`).join('');

/** Three hundred rows under titles of its own: Nadia Morel who is known, one written twice, one without a name. */
async function workbook(project: string): Promise<Buffer> {
  const rows = Array.from({ length: 297 }, (_, index) => [
    `${mark(project)} ${inLetters(index)}`,
    'Anne',
    phoneOf(project, index),
  ]);
  const others = [['Morel', 'Nadia', '06 39 98 10 00'], rows[0] ?? [], ['', '', '']];
  const [known = [], twice = []] = others;
  const table = [['Nom', 'Prénom', 'Joignable au', 'Ville'], ...rows, known, twice, ['Sans', '', '']];
  const cells = table.map((row, line) =>
    [...row, ...(line === 0 ? [] : ['Amiens'])].map((value) => ({ value, type: String })),
  );
  return writeXlsxFile(cells, {}).toBuffer();
}

async function newFile(page: Page, firstName: string, lastName: string, phone: string): Promise<void> {
  await page.goto('/animation/professionnels/nouveau');
  await page.getByLabel('Prénom').fill(firstName);
  await page.getByLabel('Nom', { exact: true }).fill(lastName);
  await page.getByLabel('Téléphone').fill(phone);
  await page.getByLabel('Relais de rattachement').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Créer la fiche' }).click();
}

async function signIn(page: Page, address: string): Promise<void> {
  const { length } = await mailsTo(address);
  await page.getByLabel('Votre adresse e-mail').fill(address);
  await page.getByRole('button', { name: 'Recevoir un code' }).click();
  const mail = await nextMail(address, length, /code/);
  const code = /\b\d{4} \d{4}\b/.exec(`${mail.text} ${mail.subject}`.replace(/\s+/g, ' '))?.[0] ?? '';
  await page.getByLabel('Code reçu par e-mail').fill(code);
  await page.getByRole('button', { name: 'Me connecter' }).click();
  await expect(page).not.toHaveURL(/\/connexion/);
}

/** She accepts the règlement when it is asked, then books a meeting, which needs no children. */
async function bookMeeting(page: Page): Promise<void> {
  await page.goto('/activites?type=reunion&places=1');
  const path = await page.locator('main a[href^="/seances/"]').first().getAttribute('href');
  await page.goto(`${path ?? ''}/inscription`);
  const rules = page.locator('main a[href^="/mon-espace/reglements/"]').first();
  if ((await rules.count()) > 0) {
    await rules.click();
    await page.locator('main form[method=post] button').last().click();
    await page.goto(`${path ?? ''}/inscription`);
  }
  await page.getByRole('button', { name: /^M’inscrire/ }).click();
  await expect(page.getByText(/Vous êtes inscrite/).first()).toBeVisible();
}
