import { accountOf, rows } from './database.ts';
import { expect, expectAccessible, expectFits, login, loginQuietly, REFUSED_PAGE, test } from './fixtures.ts';

/** Those who followed the demo's training and no other this year, and have no button of their own: no other journey is theirs. */
const HOLDERS = `SELECT p.email, p."firstName" || ' ' || p."lastName" AS name, p.id, c."activityId" FROM "Certificate" c
  JOIN "Person" p ON p.id = c."personId" AND p.email NOT SIMILAR TO '(nadia.morel|awa.diallo)@%'
 WHERE c.scope = 'TRAINING' AND NOT EXISTS (SELECT 1 FROM "DeclaredTraining" d WHERE d."personId" = p.id AND d."on" >= '2026-01-01') AND (c.facts->>'minutes')::int = 420 ORDER BY p.email`;

const holderOf = async (project: string) => {
  const found = await rows(HOLDERS);
  const { email = '', name = '', id = '', activityId = '' } = found[project === 'phone' ? 0 : 1] ?? {};
  return { account: accountOf(email), name, id, activityId };
};

const CODE = `SELECT code FROM "Certificate" c JOIN "Person" p ON p.id = c."personId" WHERE p.email LIKE 'nadia.morel@%'`;

const PAPER = { name: 'diplôme.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 une preuve') };

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, consoleMaySay: REFUSED_PAGE });

  test('an AM reads her record, adds a training with its proof, and has a certificate verified', async ({
    page,
  }, info) => {
    const { account, name } = await holderOf(info.project.name);
    await loginQuietly(page, account);
    await page.goto('/mon-espace/parcours');
    const hours = page.getByRole('region', { name: /Mes heures de/ });
    await expect(hours).toContainText('7 heures suivies');
    await expect(hours).toContainText('51 qui restent sur 58');
    await expectFits(page);

    await page.getByLabel('Titre de la formation').fill('Le sommeil du tout-petit');
    await page.getByLabel('Dernier jour').fill('2026-02-14');
    await page.getByLabel('Durée, en heures').fill('3,5');
    await page.getByLabel(/^Justificatif/).setInputFiles({ ...PAPER, buffer: Buffer.from('<html>') });
    await page.getByRole('button', { name: 'Ajouter à mon parcours' }).click();
    await expect(page.getByText('ni un PDF, ni une photo').first()).toBeVisible();
    await expect(page.getByLabel('Titre de la formation')).toHaveValue('Le sommeil du tout-petit');
    await page.getByLabel(/^Justificatif/).setInputFiles(PAPER);
    await page.getByRole('button', { name: 'Ajouter à mon parcours' }).click();
    await expect(hours).toContainText('10,5 heures suivies');
    const link = page.getByRole('link', { name: 'Justificatif : diplôme.pdf' });
    const proof = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(await proof.text()).toBe('%PDF-1.7 une preuve');
    expect(proof.headers()['content-disposition']).toContain('attachment');
    const printed = await page.request.get('/mon-espace/parcours.pdf');
    expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('link', { name: 'Mes attestations' }).click();
    await page.getByRole('button', { name: 'Faire mon attestation' }).click();
    await expect(page.getByText('Votre attestation de 2026 est prête.')).toBeVisible();
    await expectFits(page);
    const year = page.getByRole('article').filter({ hasText: 'Année 2026' });
    const href = await year.getByRole('link', { name: /Télécharger/ }).getAttribute('href');
    expect((await page.request.get(href ?? '')).headers()['content-type']).toBe('application/pdf');
    const code = /[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}/.exec(await year.innerText())?.[0] ?? '';

    await page.context().clearCookies();
    await page.goto('/attestations');
    await page.getByLabel('Code de l’attestation').fill(code.toLowerCase().replaceAll('-', ''));
    await page.getByRole('button', { name: 'Vérifier' }).click();
    await expect(page.getByText('Cette attestation est authentique')).toBeVisible();
    await expect(page.getByText(name)).toBeVisible();
    await expectFits(page);
    const unknown = await page.goto('/attestations/AAAA-CCCC-DDDD-EEEE');
    expect(unknown?.status()).toBe(404);
    await expect(page.getByLabel('Code de l’attestation')).toHaveValue('AAAA-CCCC-DDDD-EEEE');
  });
});

test('her record, her certificates and their verification are accessible', async ({ page }) => {
  await login(page, 'nadia.morel');
  const [{ code = '' } = {}] = await rows(CODE);
  for (const path of ['/mon-espace/parcours', '/mon-espace/attestations', '/attestations', `/attestations/${code}`]) {
    await page.goto(path);
    await expectFits(page);
    await expectAccessible(page);
  }
});

test('her relais sees what expires, records results, and hands certificates out', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the team works at a desk');
  const { name, id, activityId } = await holderOf(info.project.name);
  await login(page, 'lea.martin');
  await page.goto('/animation/echeances');
  await expect(page.getByRole('rowheader', { name: /Nadia Morel/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/animation/activites/${activityId}/resultats`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Enregistrer les résultats' }).click();
  await expect(page).toHaveURL(`/animation/activites/${activityId}/attestations`);
  await expectAccessible(page);
  await page.getByRole('checkbox', { name: new RegExp(name) }).check();
  await page.getByRole('button', { name: 'Délivrer les attestations' }).click();
  await expect(page.getByText('0 attestation délivrée. 1 était déjà là.')).toBeVisible();
  await page.goto(`/animation/professionnels/${id}/parcours`);
  await expect(page.getByRole('heading', { level: 1, name: `Parcours de ${name}` })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
});
