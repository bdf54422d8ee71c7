import type { Browser } from '@playwright/test';
import { rows } from './database.ts';
import { expect, expectAccessible, expectFits, login, test } from './fixtures.ts';
import { linkIn, nextMail } from './mailbox.ts';

/** Each screen size has its own relais: one campaign is open at a time. */
const relaisOf = (project: string) =>
  project === 'phone' ? 'Relais itinérant des Plateaux' : 'Relais de la Vallée de l’Avre';

/** The last of the relais by name, who has an e-mail and whom no other journey uses. */
const INVITED = `SELECT p.email FROM "Person" p JOIN "Professional" f ON f."personId" = p.id
  JOIN "RelaisMembership" m ON m."professionalId" = f.id AND m.home AND m.until IS NULL
  JOIN "Relais" r ON r.id = m."relaisId" AND r.name = $1
 WHERE p.email IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Enrollment" e WHERE e."personId" = p.id)
   AND coalesce((SELECT s.status::text FROM "ProfessionalStatus" s WHERE s."professionalId" = f.id
                  ORDER BY s."from" DESC LIMIT 1), 'ACTIVE') <> 'CEASED'
 ORDER BY p."lastName" DESC, p.id LIMIT 1`;

/** Without script, from the mail's link: nothing said, a need, no need after all. */
async function answers(browser: Browser, link: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('qu’aimeriez-vous apprendre ?');
  await page.getByRole('button', { name: 'Enregistrer ce besoin' }).click();
  await expect(page.locator('#theme-erreur')).toBeVisible();
  await page.getByLabel('Avec vos mots').fill('Le sommeil des bébés');
  await page.getByRole('checkbox', { name: 'Le samedi' }).check();
  await page.getByRole('button', { name: 'Enregistrer ce besoin' }).click();
  await expect(page.getByText('Merci, c’est noté')).toBeVisible();
  await expect(page.getByText('Le sommeil des bébés').first()).toBeVisible();
  await page.getByRole('button', { name: 'Je n’ai pas de besoin' }).click();
  await expect(page.getByText('Vous avez répondu que vous n’avez pas de besoin')).toBeVisible();
  await expect(page.getByText('Le sommeil des bébés')).toHaveCount(0);
  await context.close();
}

test('a campaign: one mail each, answered without signing in; its progress is seen', async ({
  page,
  browser,
}, info) => {
  const relais = relaisOf(info.project.name);
  const [{ email = '' } = {}] = await rows(INVITED, [relais]);
  await login(page, 'sophie.lefevre');
  await page.goto('/animation/besoins/campagnes/nouvelle');
  const option = page.getByLabel('Relais', { exact: true }).locator('option', { hasText: relais });
  await page.getByLabel('Relais', { exact: true }).selectOption((await option.getAttribute('value')) ?? '');
  await page.getByLabel('Dernier jour pour répondre').fill('2026-12-11');
  await page.getByLabel('Vos mots').fill('Nous préparons 2027.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lancer la campagne' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Campagne, ${relais}` })).toBeVisible();

  const mail = await nextMail(email, 0, /apprendre/);
  expect(mail.text).toContain('Nous préparons 2027.');
  const link = linkIn(mail, /^\/besoins\//);
  await answers(browser, link);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^1 réponse sur \d+$/ })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('button', { name: 'Relancer une fois' }).click();
  await expect(page.getByText(/Envoyée le 22 novembre/)).toBeVisible();

  await page.goto(link);
  await expectAccessible(page);
  await expectFits(page);
});
