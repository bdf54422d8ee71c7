import { stopLink } from '#app/mail/stop-links.server.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { accountOf, rows } from './database.ts';
import { expect, expectAccessible, expectFits, login, loginQuietly, REFUSED_PAGE, test } from './fixtures.ts';

/** Two AMs of the demo of whom no other journey speaks: one a screen size. */
const READERS = `SELECT p.id, p.email FROM "Person" p JOIN "Professional" f ON f."personId" = p.id
 WHERE p.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Follow" w WHERE w."personId" = p.id AND w."relaisId" IS NOT NULL)
   AND NOT EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."personId" = p.id)
 ORDER BY p."lastName" DESC, p."firstName" DESC, p.id LIMIT 2`;

async function readerOf(project: string): Promise<{ id: string; compte: string }> {
  const found = await rows(READERS);
  const { id = '', email = '' } = found[project === 'phone' ? 0 : 1] ?? {};
  return { id, compte: accountOf(email) };
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, consoleMaySay: REFUSED_PAGE });

  test('she chooses what she hears, follows a kind, and stops one kind from a mail', async ({ page }, info) => {
    const { id, compte } = await readerOf(info.project.name);
    await page.goto('/connexion');
    await loginQuietly(page, compte);
    await page.goto('/mon-espace/messages');
    await page.getByRole('checkbox', { name: /^Vos inscriptions/ }).uncheck();
    await page.getByRole('checkbox', { name: 'Deux jours avant' }).uncheck();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(/gardez au moins un moyen/).first()).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Deux jours avant' })).not.toBeChecked();

    await page.getByRole('checkbox', { name: /^Vos inscriptions/ }).check();
    await page.getByLabel('De', { exact: true }).selectOption({ label: '21 h' });
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText('C’est enregistré.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'Deux jours avant' })).not.toBeChecked();

    await page.getByLabel('Type').selectOption({ label: 'Ateliers d’éveil' });
    await page.getByRole('button', { name: 'Suivre' }).click();
    await expect(page.getByRole('checkbox', { name: /^Nouveautés/ })).toBeChecked();
    await page.getByRole('button', { name: /^Retirer : Ateliers/ }).click();
    await expect(page.getByRole('button', { name: /^Retirer : Ateliers/ })).toHaveCount(0);

    const secret = (await readFile(join(process.env.E2E_DATA_DIR ?? '', 'session-secret'), 'utf8')).trim();
    const link = stopLink({ personId: id, kind: 'DIGEST' }, { appUrl: new URL(page.url()).origin, secret });
    await page.context().clearCookies();
    await page.goto(link);
    await page.getByRole('button', { name: 'Ne plus les recevoir' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'C’est arrêté' })).toBeVisible();
    await page.getByRole('button', { name: 'Les recevoir à nouveau' }).click();
    await expect(page.getByRole('button', { name: 'Ne plus les recevoir' })).toBeVisible();
    // as a mail reader does: no page, no cookie, another origin
    const form = { 'List-Unsubscribe': 'One-Click' };
    const answer = await page.request.post(link, {
      form,
      headers: { Origin: 'https://mail.example' },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(200);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1, name: 'C’est arrêté' })).toBeVisible();
  });
});

test('messages are accessible and fit, hers and the team’s', async ({ page }, info) => {
  const { compte } = await readerOf(info.project.name);
  await page.goto('/connexion');
  await loginQuietly(page, compte);
  for (const path of ['/mon-espace/messages', '/mon-espace/messages/envois']) {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expectAccessible(page);
    await expectFits(page);
  }
  await page.context().clearCookies();
  await login(page, 'sophie.lefevre');
  await page.goto('/animation/messages');
  await expect(page.getByRole('main').locator('a[href^="tel:"]').first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: 'Introductions des e-mails' }).click();
  await page.getByRole('link', { name: 'Inscription confirmée' }).click();
  await page.getByLabel('Vos mots').fill('Un mot <b>à nous</b>.');
  await page.getByRole('button', { name: 'Voir l’aperçu' }).click();
  const mail = page.frameLocator('iframe[title^="Aperçu"]');
  await expect(mail.getByText('Un mot <b>à nous</b>.')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
});
