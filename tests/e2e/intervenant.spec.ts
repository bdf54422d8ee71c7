import { readWithIcalJs } from './calendars.ts';
import { passTime, rows } from './database.ts';
import { expect, expectAccessible, expectFits, loginQuietly, test, type Page } from './fixtures.ts';
import { mailsTo, nextMail } from './mailbox.ts';

/** Each screen size has its own intervenant: both run at once, and a link answers all that one was asked in a second. */
const SPEAKERS: Readonly<Record<string, string>> = { phone: 'odette.flour', desktop: 'yann.brasseur' };
const speakerOf = (project: string) => SPEAKERS[project] ?? '';
const addressOf = (project: string) => `${speakerOf(project)}@demo.ribambelle.example`;
const ANIMATOR = 'lea.martin';

/** And its own week. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  phone: ['2027-02-01', '2027-02-02', '2027-02-03'],
  desktop: ['2027-02-08', '2027-02-09', '2027-02-10'],
};

async function post(page: Page, path: string, fields: readonly (readonly [string, string])[]): Promise<void> {
  const data = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  const headers = { Origin: new URL(page.url()).origin, 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await page.request.post(path, { data, headers, maxRedirects: 0 });
  expect(answer.status(), path).toBeLessThan(400);
}

/** Three evenings proposed to her by the animator, in one act; the sessions, by start. */
async function propose(page: Page, project: string): Promise<{ activityId: string; sessionIds: string[] }> {
  const [found = {}] = await rows(
    `SELECT r.slug AS relais, p.id AS person, u."siteId" AS site FROM "Person" p, "Person" a
       JOIN "StaffRole" q ON q."personId" = a.id JOIN "Relais" r ON r.id = q."relaisId"
       JOIN "SiteUse" u ON u."relaisId" = r.id WHERE a.email LIKE $1 AND p.email = $2 ORDER BY r.name, u."siteId" LIMIT 1`,
    [`${ANIMATOR}@%`, addressOf(project)],
  );
  const title = `Chansons du soir ${project}`;
  await post(page, '/animation/activites/nouvelle?type=reunion', [
    ['relais', found.relais ?? ''],
    ['titre', title],
  ]);
  const [activity = {}] = await rows(`SELECT id FROM "Activity" WHERE title = $1`, [title]);
  const activityId = activity.id ?? '';
  await post(page, `/animation/activites/${activityId}/dates/enregistrement`, [
    ...(DAYS[project] ?? []).map((day) => ['dates', day] as const),
    ...([
      ['rythme', 'dates'],
      ['de-0', '20:15'],
      ['a-0', '22:00'],
      ['lieu', found.site ?? ''],
    ] as const),
    ...([
      ['intervenants', found.person ?? ''],
      ['motif', 'Soirée'],
    ] as const),
  ]);
  const made = await rows(`SELECT id FROM "Session" WHERE "activityId" = $1 ORDER BY "startsAt"`, [activityId]);
  return { activityId, sessionIds: made.map(({ id = '' }) => id) };
}

test('an intervenant answers from her mail, finds what moved once, confirms, takes her statement', async ({
  page,
  browser,
}, { project }) => {
  await page.goto('/connexion');
  await loginQuietly(page, ANIMATOR);
  const hers = addressOf(project.name);
  const already = (await mailsTo(hers)).length;
  const { activityId, sessionIds } = await propose(page, project.name);
  const [first = ''] = sessionIds;
  expect(sessionIds).toHaveLength(3);
  const mail = await nextMail(hers, already, new RegExp(`^Proposition.*${project.name}`));
  const link = /\/propositions\/[\w-]+\/acceptation/.exec(mail.text ?? '')?.[0] ?? '';

  const bare = await (await browser.newContext({ javaScriptEnabled: false, viewport: page.viewportSize() })).newPage();
  await bare.goto(new URL(link, page.url()).href);
  await expectFits(bare);
  await bare.locator('input[name=dates]').last().uncheck();
  await bare.getByRole('button', { name: 'J’accepte' }).click();
  await expect(bare.getByText('acceptée')).toHaveCount(2);
  await bare.getByLabel('Un mot pour le relais').fill('Je joue ailleurs ce soir-là.');
  await bare.getByRole('button', { name: 'Je décline' }).click();
  await expect(bare.getByRole('heading', { name: 'Vous avez répondu' })).toBeVisible();
  await bare.context().close();

  await page.goto('/animation');
  await expect(page.getByText('« Je joue ailleurs ce soir-là. »').first()).toBeVisible();
  await expectAccessible(page);
  await post(
    page,
    `/animation/activites/${activityId}/publication`,
    sessionIds.map((id) => ['seance', id] as const),
  );
  const day = DAYS[project.name]?.[0] ?? '';
  await post(page, `/animation/seances/${first}/horaire`, [
    ['date', day],
    ['de', '19:45'],
    ['a', '21:30'],
  ]);

  await loginQuietly(page, speakerOf(project.name));
  await page.goto('/intervenant');
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: 'Répondre' }).first().click();
  await expectAccessible(page);
  await page.goto(`/intervenant/seances/${first}`);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole('link', { name: 'Répondre' }).click();
  await page.getByRole('button', { name: 'J’accepte' }).click();
  await expect(page.getByText('Votre réponse est enregistrée')).toBeVisible();

  // One link a person: only one of the two screens makes it.
  if (project.name === 'phone') {
    await page.goto('/intervenant/agenda');
    await page.getByRole('button', { name: 'Créer mon lien d’agenda' }).click();
    const feed = await page.getByLabel('Adresse de l’agenda').inputValue();
    const mine = async () =>
      readWithIcalJs(await (await page.request.get(feed)).text()).filter(({ uid }) => uid.includes(first));
    await expect
      .poll(async () => (await mine()).map(({ start }) => new Date(start).toISOString()))
      .toEqual(['2027-02-01T18:45:00.000Z']);
  }

  await passTime(activityId, 91);
  await page.goto('/intervenant');
  await page
    .getByRole('button', { name: new RegExp(`Elle a eu lieu.*${project.name}`) })
    .first()
    .click();
  await expect(page.getByText('le relais peut payer')).toBeVisible();
  await page.goto('/intervenant/releve?du=2026-10-01&au=2026-12-31');
  await expectAccessible(page);
  await expectFits(page);
  const lines = page.getByRole(project.name === 'phone' ? 'listitem' : 'row');
  await expect(lines.filter({ hasText: new RegExp(`${project.name}.*Faite`, 's') }).first()).toBeVisible();
  const paper = await page.request.get('/intervenant/releve.pdf?du=2026-10-01&au=2026-12-31');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
});
