import { accountOf, rows } from './database.ts';
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

/** Each screen size has its own animator, and the days she is away. */
const AWAY = {
  tablet: { account: 'agathe.maillard', first: '2026-12-01', last: '2026-12-09' },
  desktop: { account: 'rose.vignon', first: '2026-12-01', last: '2026-12-11' },
} as const;

const BOOKED = `
  SELECT s.id, coalesce(s.theme, a.title) AS title,
         (SELECT min(q.email) FROM "Enrollment" e JOIN "Person" q ON q.id = e."personId"
           WHERE e."sessionId" = s.id AND e.state = 'CONFIRMED') AS email,
         (SELECT min(q."firstName" || ' ' || q."lastName") FROM "Enrollment" e JOIN "Person" q ON q.id = e."personId"
           WHERE e."sessionId" = s.id AND e."endedAt" IS NULL AND q.email IS NULL) AS unreached
    FROM "Session" s JOIN "Activity" a ON a.id = s."activityId"
    JOIN "Assignment" l ON l."sessionId" = s.id JOIN "Person" p ON p.id = l."personId"
   WHERE p.email LIKE $1 || '@%' AND s."startsAt" BETWEEN $2::date AND $3::date + 1
     AND EXISTS (SELECT FROM "Enrollment" e WHERE e."sessionId" = s.id AND e."endedAt" IS NULL)
   ORDER BY s."startsAt"`;

async function bookedOf({ account, first, last }: (typeof AWAY)[keyof typeof AWAY]) {
  const found = await rows(BOOKED, [account, first, last]);
  const cancelled = found.find(({ unreached }) => unreached);
  const [moved, given] = found.filter((one) => one !== cancelled);
  if (!cancelled || !moved || !given) throw new Error(`${account} leads too few booked sessions in the demo`);
  return { cancelled, moved, given };
}

const hit = (page: Page, id = '') => page.locator('article').filter({ has: page.locator(`input[value="${id}"]`) });

async function addAbsence(page: Page, { first, last }: { first: string; last: string }) {
  await page.goto('/animation/fermetures');
  await page.getByLabel('Qui ou quoi').selectOption({ index: 1 });
  await page.getByLabel('Premier jour').fill(first);
  await page.getByLabel(/^Dernier jour/).fill(last);
  await page.getByLabel('Motif').fill('congés');
  await page.getByRole('button', { name: /^Ajouter et voir/ }).click();
  await expect(page.getByRole('heading', { name: /séances touchées/ })).toBeVisible();
}

test('an absence hits three sessions: one is cancelled, one moved, one given to another relais', async ({
  page,
}, info) => {
  const away = AWAY[info.project.name === 'tablet' ? 'tablet' : 'desktop'];
  const { cancelled, moved, given } = await bookedOf(away);
  const already = (await mailsTo(moved.email ?? '')).length;
  await page.goto('/connexion');
  await loginQuietly(page, away.account);
  await addAbsence(page, away);
  const closure = new URL(page.url()).pathname;
  await expectAccessible(page);
  await expectFits(page);

  await hit(page, cancelled.id).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Annuler…' }).click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Annuler ces séances' }).click();
  await expect(page.getByText(/1 séance annulée/)).toBeVisible();
  await expect(hit(page, cancelled.id)).toHaveCount(0);

  await hit(page, moved.id)
    .getByRole('link', { name: /^Déplacer/ })
    .click();
  await page.locator('input[name=date]').fill('2026-12-17');
  await page.locator('input[name=de]').fill('16:00');
  await page.locator('input[name=a]').fill('17:00');
  await page.getByRole('button', { name: /^(Déplacer|Enregistrer|Changer)/ }).click();
  await expect(page).toHaveURL(new RegExp(`${closure}$`));
  await expect(hit(page, moved.id)).toHaveCount(0);

  const colleague = await give(page, given.id ?? '');
  await expect(page).toHaveURL(new RegExp(`${closure}$`));
  await expect(hit(page, given.id)).toHaveCount(0);

  await page.goto('/animation/absences');
  await expect(page.getByRole('table', { name: 'Remplacements à venir' })).toContainText(given.title ?? '');
  await expectAccessible(page);

  await tick(page, cancelled.unreached ?? '');
  await confirm(page, moved.email ?? '', already);

  await loginQuietly(page, colleague);
  await page.goto(`/animation/seances/${given.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(given.title ?? '');
});

/** Gives a session to the first free colleague of another relais; her account. */
async function give(page: Page, id: string): Promise<string> {
  await hit(page, id)
    .getByRole('link', { name: /^Confier/ })
    .click();
  await expect(page.getByText('D’un autre relais', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  const others = page.locator('p:text-is("D’un autre relais") + div label', { hasText: 'libre' });
  const radio = others.first().getByRole('radio');
  const personId = await radio.inputValue();
  await radio.check();
  await page.getByRole('button', { name: 'Confier la séance' }).click();
  await expect(page.getByText(/remplace/).first()).toBeVisible();
  const [colleague] = await rows('SELECT email FROM "Person" WHERE id = $1::uuid', [personId]);
  const email = colleague?.email ?? '';
  const mail = await nextMail(email, 0, /^Vous animez/);
  expect(mail.text).toContain('à la place de');
  return accountOf(email);
}

/** Who has no e-mail is in the list; one tap dials, one ticks, and it can be undone. */
async function tick(page: Page, name: string): Promise<void> {
  await page.goto('/animation/a-prevenir');
  const line = page.getByRole('listitem').filter({ hasText: name }).first();
  await expect(line).toContainText('Pas d’e-mail');
  await expect(line.locator('a[href^="tel:"]')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await line.getByRole('button', { name: /est prévenue$/ }).click();
  await expect(line).toContainText('Prévenue par');
  await line.getByRole('button', { name: /^Annuler/ }).click();
  await expect(line).toContainText('Pas d’e-mail');
  await line.getByRole('button', { name: /est prévenue$/ }).click();
  await expect(line).toContainText('Prévenue par');
}

/** She confirms reading from her mail, without signing in. */
async function confirm(page: Page, email: string, already: number): Promise<void> {
  const mail = await nextMail(email, already, /^Séance déplacée/);
  await page.context().clearCookies();
  await page.goto(linkIn(mail, /^\/lecture\//));
  await expectAccessible(page);
  await page.getByRole('button', { name: /^J’ai bien lu/ }).click();
  await expect(page.getByRole('heading', { name: 'C’est noté, merci' })).toBeVisible();
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, consoleMaySay: REFUSED_PAGE });

  test('a half-day every year is added, changed and lifted', async ({ page }, info) => {
    const day = info.project.name === 'tablet' ? '2027-07-12' : '2027-07-13';
    await login(page, 'sophie.lefevre');
    await page.goto('/animation/fermetures');
    await page.getByRole('button', { name: /^Ajouter et voir/ }).click();
    await expect(page.getByRole('alert')).toContainText('Choisissez ce qui ferme');
    await page.getByLabel('Qui ou quoi').selectOption({ label: 'Relais Amiens Sud' });
    await page.getByLabel('Premier jour').fill(day);
    await page.getByLabel(/^L’après-midi/).check();
    await page.getByLabel(/^Chaque année/).check();
    await page.getByLabel('Motif').fill('inventaire');
    await page.getByRole('button', { name: /^Ajouter et voir/ }).click();
    await expect(page.getByText(/l’après-midi, chaque année · inventaire/)).toBeVisible();
    await page.locator('summary', { hasText: 'Changer les dates' }).click();
    await page.getByLabel(/^Le matin/).check();
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(page.getByText(/le matin, chaque année · inventaire/)).toBeVisible();
    await page.locator('summary', { hasText: 'Changer les dates' }).click();
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect(page).toHaveURL(/\/animation\/fermetures$/);
    await expect(page.getByText('inventaire')).toHaveCount(0);
  });
});
