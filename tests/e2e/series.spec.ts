import { rows } from './database.ts';
import {
  expect,
  expectAccessible,
  expectFits,
  flash,
  loginQuietly,
  REFUSED_PAGE,
  test,
  type Page,
} from './fixtures.ts';

const ANIMATOR = 'lea.martin';

/** Each screen size has its own activity and hours: both run at once, with the same animator. */
const HOURS: Readonly<Record<string, readonly [from: string, until: string, later: string]>> = {
  tablet: ['16:00', '17:00', '16:15'],
  desktop: ['18:00', '19:00', '18:15'],
};

/** An activity of a relais where she plans, and a session of it. */
async function activityOf(project: string): Promise<string> {
  const found = await rows(
    `SELECT DISTINCT a.id, a.title FROM "Activity" a JOIN "StaffRole" r ON r."relaisId" = a."relaisId"
       JOIN "Person" p ON p.id = r."personId" AND p.email LIKE $1
      WHERE a.kind = 'ATELIER' AND a.state = 'PUBLISHED' ORDER BY a.title, a.id`,
    [`${ANIMATOR}@%`],
  );
  return found[project === 'tablet' ? 0 : 1]?.id ?? '';
}

type Made = { id: string; start: string; state: string };

/** Its dates that begin at one of these hours, as the wall says. */
async function datesAt(activityId: string, hours: readonly string[]): Promise<Made[]> {
  const found = await rows(
    `SELECT id, to_char("startsAt" AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS start, state::text AS state
       FROM "Session" WHERE "activityId" = $1 AND "seriesId" IS NOT NULL
        AND to_char("startsAt" AT TIME ZONE 'Europe/Paris', 'HH24:MI') = ANY($2::text[]) ORDER BY "startsAt"`,
    [activityId, hours],
  );
  return found.map(({ id = '', start = '', state = '' }) => ({ id, start, state }));
}

const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });

test.describe('a series', () => {
  test.use({ consoleMaySay: REFUSED_PAGE });

  test('is planned by its rhythm, looked at, saved as drafts', async ({ page }, { project }) => {
    const [from = '', until = ''] = HOURS[project.name] ?? [];
    const activityId = await activityOf(project.name);
    await loginQuietly(page, ANIMATOR);
    await page.goto(`/animation/activites/${activityId}/dates`);
    await expectAccessible(page);
    await expectFits(page);

    // Nothing chosen: said beside the field, nothing typed is lost.
    await page.locator('#de-0').fill(from);
    await page.locator('#a-0').fill(until);
    await page.getByRole('button', { name: 'Voir les dates' }).click();
    await expect(page.getByRole('alert')).toContainText('Cochez au moins un jour de la semaine.');
    await expect(page.locator('#de-0')).toHaveValue(from);

    await box(page, 'Jeudi').check();
    await page.locator('#du').fill('2026-12-03');
    await page.locator('#au').fill('2027-01-21');
    await page.getByRole('button', { name: 'Voir les dates' }).click();
    await expect(page.locator('#apercu')).toHaveText('6 dates gardées, 2 sautées');
    await expect(page.locator('#apercu')).toBeFocused();
    await expect(page.getByText(/vacances scolaires \(|fermeture \(/).first()).toBeVisible();
    await expectAccessible(page);
    await expectFits(page);

    // One is removed, one differs, one is kept in spite of the holidays.
    await box(page, /^Jeudi 17 décembre/).uncheck();
    const first = page.getByRole('listitem').filter({ hasText: 'Jeudi 3 décembre' });
    await first.getByText('Changer cette date').click();
    await first.getByLabel('Thème').fill('Lanternes');
    await box(page, /^Jeudi 24 décembre/).check();
    await page.getByRole('button', { name: 'Recalculer les dates' }).click();
    await expect(page.locator('#apercu')).toHaveText('6 dates gardées, 2 sautées');
    await expect(box(page, /^Jeudi 3 décembre.*Lanternes/)).toBeChecked();
    await expect(box(page, /^Jeudi 17 décembre/)).not.toBeChecked();

    // The hours change twice: every date follows.
    for (const start of [until, from]) {
      await page.locator('main details.fold').evaluate((rule) => rule.setAttribute('open', ''));
      await page.locator('#de-0').fill(start);
      await page.locator('#a-0').fill(start === from ? until : '23:30');
      await page.getByRole('button', { name: 'Recalculer les dates' }).click();
      const hour = `${Number(start.slice(0, 2))} h`;
      for (const date of ['3', '10', '24']) {
        await expect(box(page, new RegExp(`^Jeudi ${date} décembre, ${hour} –`))).toBeChecked();
      }
    }
    await page.getByRole('button', { name: 'Enregistrer en brouillon' }).click();
    await expect(flash(page)).toContainText('6 dates ajoutées en brouillon.');
    const made = await datesAt(activityId, [from]);
    expect(made.map(({ start }) => start.slice(0, 10))).toEqual([
      ...['2026-12-03', '2026-12-10', '2026-12-24', '2027-01-07', '2027-01-14', '2027-01-21'],
    ]);
    expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['DRAFT']));
  });

  test('is changed from one date on, said before it is saved; a draft is removed', async ({ page }, { project }) => {
    const [from = '', , later = ''] = HOURS[project.name] ?? [];
    const activityId = await activityOf(project.name);
    const made = await datesAt(activityId, [from]);
    await loginQuietly(page, ANIMATOR);
    await page.goto(`/animation/seances/${made[3]?.id}/modification`);
    await page.getByRole('radio', { name: /Celle-ci et les suivantes/ }).check();
    await page.locator('#de').fill(later);
    await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
    const effect = page.getByRole('region', { name: 'Ce qui va changer' });
    await expect(effect).toContainText('3 séances changent, personne n’est à prévenir.');
    await expectAccessible(page);
    await expectFits(page);
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(flash(page)).toContainText('3 séances changées.');
    expect((await datesAt(activityId, [from, later])).map(({ start }) => start.slice(11))).toEqual([
      ...[from, from, from, later, later, later],
    ]);

    // A draft goes without telling anyone.
    await page.goto(`/animation/seances/${made[2]?.id}/suppression`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect(flash(page)).toContainText('1 brouillon supprimé.');
    expect(await datesAt(activityId, [from])).toHaveLength(2);
  });

  test('clashes are named and passed over with a reason', async ({ page }, { project }) => {
    const activityId = await activityOf(project.name);
    const [hour, end] = project.name === 'tablet' ? ['06:30', '07:30'] : ['20:30', '21:30'];
    await loginQuietly(page, ANIMATOR);
    for (const [from = '', until = ''] of [
      [hour, end],
      [project.name === 'tablet' ? '07:00' : '21:00', end],
    ]) {
      await page.goto(`/animation/activites/${activityId}/dates?date=2027-02-03&de=${from}&a=${until}`);
      await page.getByRole('button', { name: 'Voir les dates' }).click();
      await expect(page.locator('#apercu')).toContainText('1 date gardée');
      await page.getByRole('button', { name: 'Enregistrer en brouillon' }).click();
      if (from === hour) await expect(flash(page)).toContainText('1 date ajoutée en brouillon.');
    }
    await expect(page.getByRole('alert')).toContainText('Déjà pris');
    await expect(page.getByText(/Léa Martin : déjà pris par/)).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Pourquoi passer outre ?').fill('Deux groupes à la fois');
    await page.getByRole('button', { name: 'Enregistrer en brouillon' }).click();
    await expect(flash(page)).toContainText('1 date ajoutée en brouillon.');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, consoleMaySay: REFUSED_PAGE });

  test('a series is planned by keyboard, and a session changed', async ({ page }, { project }) => {
    const activityId = await activityOf(project.name);
    const [from, until] = project.name === 'tablet' ? ['05:00', '05:45'] : ['22:00', '22:45'];
    await loginQuietly(page, ANIMATOR);
    await page.goto(`/animation/activites/${activityId}/dates`);
    await page.getByRole('radio', { name: 'Des jours de la semaine' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Un jour du mois' })).toBeChecked();
    await box(page, 'Le 2e').focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Quel jour de la semaine ?').focus();
    await page.keyboard.type('me');
    await page.locator('#du').fill('2027-03-01');
    await page.locator('#au').fill('2027-05-31');
    await page.locator('#de-0').fill(from ?? '');
    await page.locator('#a-0').fill(until ?? '');
    await page.getByRole('button', { name: 'Voir les dates' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#apercu')).toContainText(/gardées/);
    await expect(page.getByText(/Le 2e mercredi du mois/)).toBeVisible();
    await page.getByRole('button', { name: 'Enregistrer en brouillon' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/animation/activites/${activityId}$`));
    const [made] = await datesAt(activityId, [from ?? '']);
    expect(made?.start.slice(0, 10)).toBe('2027-03-10');

    await page.goto(`/animation/seances/${made?.id}/modification`);
    await page.getByLabel('Thème de la date').fill('Musique du soir');
    await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
    await expect(page.getByText('1 séance change, personne n’est à prévenir.')).toBeVisible();
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/animation/seances/${made?.id}$`));
  });
});
