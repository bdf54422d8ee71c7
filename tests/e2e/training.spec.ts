import { passTime, rows } from './database.ts';
import { expect, expectAccessible, expectFits, login, loginQuietly, type Page, test } from './fixtures.ts';
import { linkIn, mailsTo, nextMail } from './mailbox.ts';
import { idOf, learnersOf, phoneOf, plainPage, submit, type Learner } from './training.ts';

const THEME = 'Accompagner les pleurs, le soir';
const DESK = { width: 1280, height: 800 };
/** Two mornings, then a Saturday. */
const HALF_DAYS = [
  ['2027-01-14', '09:00', '12:30'],
  ['2027-01-15', '09:00', '12:30'],
  ['2027-01-16', '09:00', '12:30'],
  ['2027-01-16', '13:30', '17:00'],
] as const;
const EIGHT_WEEKS = 56;

async function sayNeed(page: Page): Promise<void> {
  await page.getByLabel('Thème', { exact: true }).selectOption({ label: `${THEME} (14 h)` });
  await page.getByLabel('Le samedi').check();
  await submit(page, 'Enregistrer ce besoin');
  await expect(page.getByText(THEME).first()).toBeVisible();
}

/** A file is complete with its employer; two then wait, each for her reason. */
async function advanceFiles(page: Page, lineId: string): Promise<void> {
  const files = await rows(`SELECT id FROM "TrainingFile" WHERE "lineId" = $1 ORDER BY "createdAt", id`, [lineId]);
  expect(files).toHaveLength(8);
  for (const { id = '' } of files) {
    await page.goto(`/animation/dossiers/${id}/complet`);
    await page.getByLabel('Employeur facilitateur').fill('Famille Marchand');
    await submit(page, /complet/i);
  }
  const [frozen, postponed] = files;
  for (const [file, deed] of [
    [frozen, 'gel'],
    [postponed, 'report'],
  ] as const) {
    await page.goto(`/animation/dossiers/${file?.id}/${deed}`);
    await page.locator('#mot').fill('Son employeur n’a pas encore répondu.');
    await submit(page, /geler|reporter/i);
  }
}

/** The organisation's four half-days: six come, one of them not in the last. */
async function markSheets(page: Page, activityId: string, absent: string): Promise<void> {
  const dates = await rows(`SELECT id FROM "Session" WHERE "activityId" = $1 ORDER BY "startsAt"`, [activityId]);
  expect(dates).toHaveLength(HALF_DAYS.length);
  for (const [index, { id }] of dates.entries()) {
    await page.goto(`/animation/seances/${id}/emargement`);
    const lines = page.locator('article.sheet-line');
    await expect(lines).toHaveCount(6);
    for (const line of await lines.all()) {
      const away = index === 3 && (await line.innerText()).includes(absent);
      await line.locator(`.sheet-state[data-state=${away ? 'EXCUSED' : 'PRESENT'}]`).click();
    }
    await page.getByRole('button', { name: 'Enregistrer la feuille' }).click();
    await expect(page.getByText('La feuille est enregistrée.')).toBeVisible();
  }
}

async function giveFeedback(page: Page, people: readonly Learner[]): Promise<void> {
  for (const { email } of people) {
    const asked = await nextMail(email, 0, /avis/i);
    await page.goto(linkIn(asked, /^\/avis\//));
    for (const group of await page.getByRole('group').all()) await group.getByRole('radio').first().check();
    await submit(page, 'Envoyer mon avis');
    await expect(page.getByRole('heading', { name: 'Merci pour votre avis' })).toBeVisible();
  }
}

test('from eight needs to certificates: grouped, validated, dated, attended, attested, thought over', async ({
  page,
  browser,
}, info) => {
  test.skip(info.project.name === 'phone', 'one training, with a desk for the team and phones for its AMs');
  test.setTimeout(180_000);
  await login(page, 'lea.martin');
  await page.goto('/animation/themes');
  await page.getByLabel('Titre').fill(THEME);
  await page.getByLabel('Durée, en heures').fill('14');
  await page.getByLabel('À renouveler au bout de, en mois').fill('24');
  await page.getByRole('button', { name: 'Proposer ce thème' }).click();
  await expect(page.getByText(THEME).first()).toBeVisible();
  const [theme] = await rows(`SELECT id, "relaisId" FROM "TrainingTheme" WHERE title = $1`, [THEME]);
  const people = await learnersOf(theme?.relaisId ?? '', 8);
  const desk = await plainPage(browser, 'lea.martin', DESK);

  await test.step('eight say it, two of them by telephone', async () => {
    for (const [index, { account }] of people.slice(0, 6).entries()) {
      const phone = await phoneOf(browser, account);
      await phone.goto('/mon-espace/besoins');
      await sayNeed(phone);
      if (index === 0) await expectFits(phone);
      await phone.context().close();
    }
    for (const { personId } of people.slice(6)) {
      await desk.goto(`/animation/professionnels/${personId}/besoins`);
      await sayNeed(desk);
    }
    await page.goto('/animation/besoins');
    await expect(page.getByText(/à renouveler/i).first()).toBeVisible();
  });

  const lineId = await test.step('they form a line of the year’s plan', async () => {
    await page.goto('/animation/plans/nouveau');
    await page.getByLabel('Année').fill('2027');
    const boxes = page.getByRole('group', { name: 'Relais' }).getByRole('checkbox');
    await expectAccessible(page);
    for (const box of await boxes.all()) await box.check();
    await page.getByRole('button', { name: 'Ouvrir le plan' }).click();
    await page.getByRole('link', { name: 'Regrouper des besoins' }).first().click();
    await page.getByRole('link', { name: THEME }).click();
    await expect(page.getByLabel('Titre de la formation')).toHaveValue(THEME);
    await expectAccessible(page);
    for (const { listed } of people) await page.getByRole('checkbox', { name: listed }).check();
    await page.getByRole('button', { name: 'Regrouper en une formation' }).click();
    await expect(page.getByRole('heading', { level: 1, name: THEME })).toBeVisible();
    return idOf(page);
  });

  await test.step('its terms are said, and the coordinator validates it', async () => {
    await desk.goto('/animation/organismes/nouveau');
    await desk.getByLabel('Nom de l’organisme').fill('Les Mains d’Amiens');
    await desk.getByLabel('Numéro Qualiopi').fill('2024/112233.4');
    await desk.getByLabel('Certification valable jusqu’au').fill('2028-06-30');
    await submit(desk, 'Ajouter l’organisme');
    await desk.goto(`/animation/lignes/${lineId}/modification`);
    const organisation = desk.getByLabel('Organisme de formation');
    const named = await organisation
      .getByRole('option', { name: /^Les Mains d’Amiens/ })
      .first()
      .innerText();
    await organisation.selectOption({ label: named.trim() });
    await desk.getByLabel('Personnes au plus').fill('10');
    await expect(desk.getByLabel('Durée par personne, en heures')).toHaveValue('14');
    await desk.getByLabel('Coût par personne, en euros').fill('322,50');
    await submit(desk, 'Enregistrer');
    await desk.goto(`/animation/lignes/${lineId}/soumission`);
    await submit(desk, /proposer/i);
    await loginQuietly(page, 'sophie.lefevre');
    await page.goto(`/animation/lignes/${lineId}/validation`);
    await expectAccessible(page);
    await page.getByRole('button', { name: /^valider/i }).click();
    await expect(page.getByText('Validée').first()).toBeVisible();
    await loginQuietly(page, 'lea.martin');
  });

  const activityId = await test.step('files advance, dates are set, six are enrolled in one act', async () => {
    await advanceFiles(desk, lineId);
    await page.goto(`/animation/lignes/${lineId}/dates`);
    for (const [index, [date, from, to]] of HALF_DAYS.entries()) {
      await page.getByLabel(`Date ${index + 1}`).fill(date);
      await page.getByLabel(`Début ${index + 1}`).fill(from);
      await page.getByLabel(`Fin ${index + 1}`).fill(to);
    }
    await page.getByLabel('Lieu').selectOption({ index: 1 });
    await expectAccessible(page);
    await page.getByRole('button', { name: /Dater la formation et inscrire 6 personnes/ }).click();
    await expect(page.getByText('Datée').first()).toBeVisible();
    await expectAccessible(page);
    await expect(page.getByText('Gelé', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('Reporté', { exact: true }).first()).toBeVisible();
    const [line] = await rows(`SELECT "activityId" FROM "TrainingLine" WHERE id = $1`, [lineId]);
    return line?.activityId ?? '';
  });
  const enrolled = await rows(
    `SELECT DISTINCT p.email, p."firstName" || ' ' || p."lastName" AS name FROM "Enrollment" e
       JOIN "Session" s ON s.id = e."sessionId" JOIN "Person" p ON p.id = e."personId"
      WHERE s."activityId" = $1 AND e.state = 'CONFIRMED' ORDER BY name`,
    [activityId],
  );
  const six = people.filter(({ email }) => enrolled.some((one) => one.email === email));
  expect(six).toHaveLength(6);
  const [first, absent] = six;
  const isCalendar = ({ mimeType }: { mimeType: string }) => mimeType === 'text/calendar';
  const entries = async () => (await mailsTo(first?.email ?? '')).filter((mail) => mail.attachments.some(isCalendar));
  await expect.poll(async () => (await entries()).length, { timeout: 20_000 }).toBe(1);

  await test.step('it takes place: sheets, then results and certificates', async () => {
    await passTime(activityId, EIGHT_WEEKS);
    await markSheets(desk, activityId, absent?.name ?? '?');
    await desk.goto(`/animation/lignes/${lineId}`);
    await submit(desk, 'Relever les présences');
    await expect(desk.getByText('A eu lieu').first()).toBeVisible();
    await page.goto(`/animation/activites/${activityId}/resultats`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Enregistrer les résultats' }).click();
    await page.goto(`/animation/activites/${activityId}/attestations`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Délivrer les attestations' }).click();
    await expect(page.getByRole('heading', { name: 'Délivrées' })).toBeVisible();
    await page.goto(`/animation/lignes/${lineId}`);
    const attested = page.getByRole('article').filter({ has: page.getByText('Attesté', { exact: true }) });
    await expect(attested).toHaveCount(6);
  });

  await test.step('she shows it: hours, a paper that verifies, a record that prints', async () => {
    const phone = await phoneOf(browser, first?.account ?? '');
    await phone.goto('/mon-espace/parcours');
    await expect(phone.getByText(/14 h/).first()).toBeVisible();
    await expectFits(phone);
    const [paper] = await rows(
      `SELECT c.id, c.code FROM "Certificate" c JOIN "Person" p ON p.id = c."personId" WHERE p.email = $1 AND c."activityId" = $2`,
      [first?.email ?? '', activityId],
    );
    for (const path of [`/mon-espace/attestations/${paper?.id}.pdf`, '/mon-espace/parcours.pdf']) {
      const printed = await phone.request.get(path);
      expect(printed.headers()['content-type']).toBe('application/pdf');
      expect((await printed.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
    await phone.context().clearCookies();
    await phone.goto(`/attestations/${paper?.code?.replaceAll('-', '').toLowerCase()}`);
    await expect(phone.getByText('Cette attestation est authentique')).toBeVisible();
    await expect(phone.getByText(first?.name ?? '?').first()).toBeVisible();
    await phone.context().close();
    const partly = await phoneOf(browser, absent?.account ?? '');
    await partly.goto('/mon-espace/parcours');
    await expect(partly.getByText(/10,5 h|10 h 30/).first()).toBeVisible();
    await partly.context().close();
  });

  await test.step('they say what they thought, read from five answers up', async () => {
    await page.goto(`/animation/activites/${activityId}/avis`);
    await page.getByRole('button', { name: 'Demander maintenant' }).click();
    await expect(page.getByText('6 personnes interrogées, 0 réponse.')).toBeVisible();
    const phone = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await giveFeedback(phone, six.slice(0, 4));
    await page.reload();
    await expect(page.getByRole('table')).toHaveCount(0);
    await giveFeedback(phone, six.slice(4, 5));
    await page.reload();
    await expect(page.getByRole('table', { name: /5 réponses sur 6/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Proposer un retour de formation' }).click();
    await expect(page).toHaveURL(/\/animation\/activites\/[^/]+\/dates$/);
  });
});
