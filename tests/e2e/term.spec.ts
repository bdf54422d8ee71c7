import type { Browser } from '@playwright/test';

import { readWithIcalJs, readWithNodeIcal } from './calendars.ts';
import { accountOf } from './database.ts';
import { expect, expectAccessible, expectFits, flash, login, loginQuietly, test, type Page } from './fixtures.ts';
import { calendarIn, mailsTo } from './mailbox.ts';
import { freeAms, plan, sessionsOf, uncheckAll, type PlannedSession } from './term.ts';

const NORTH = 'amiens-nord';
const CENTRE = 'amiens-centre';
/** Across the spring change, with the winter holidays of zone B inside. */
const TERM = { first: '2027-01-04', last: '2027-04-09' };

/** Each screen size has its own hours, closure and professionals: both run at once. */
const SIZES: Readonly<Record<string, { from: string; until: string; later: string; closed: string; ams: number }>> = {
  tablet: { from: '13:30', until: '14:30', later: '13:45', closed: '2027-01-19', ams: 0 },
  desktop: { from: '16:00', until: '17:00', later: '16:15', closed: '2027-01-26', ams: 2 },
};

test.setTimeout(120_000);

test('a term of two relais is planned, published, moved and partly cancelled; mail and calendars follow, once each', async ({
  page,
  browser,
}, { project }) => {
  const size = SIZES[project.name];
  if (!size) throw new Error(`no hours for ${project.name}`);
  const { from, until, later, closed, ams } = size;
  const named = (title: string) => `${title} (${project.name})`;
  await login(page, 'lea.martin');

  await close(page, closed);
  const hours = { from, until };
  const atelier = named('Comptines du mardi');
  const looked = await plan(page, {
    ...{ kind: 'atelier', title: atelier, relais: NORTH, term: TERM },
    rhythm: { weekly: 2, ...hours },
  });
  expect(looked).toContain('vacances scolaires');
  expect(looked).toContain('fermeture');
  const rest = [
    { kind: 'atelier', title: named('Motricité'), relais: NORTH, rhythm: { weekly: 4, ...hours } },
    { kind: 'atelier', title: named('Peinture'), relais: CENTRE, rhythm: { weekly: 1, ...hours } },
    { kind: 'passerelle', title: named('Bibliothèque'), relais: CENTRE, rhythm: { monthly: 5, nth: 2, ...hours } },
    {
      kind: 'reunion',
      title: named('Réunions du samedi'),
      relais: NORTH,
      rhythm: { dates: ['2027-01-30', '2027-03-20'], ...hours },
    },
  ];
  for (const one of rest) await plan(page, { ...one, term: TERM });

  await publish(page, [atelier, ...rest.map(({ title }) => title)]);
  const [first, second, third] = await sessionsOf(atelier);
  if (!first || !second || !third) throw new Error('fewer than three dates');
  expect((await sessionsOf(atelier)).map(({ date }) => date)).not.toContain(closed);
  expect((await sessionsOf(named('Réunions du samedi'))).map(({ state }) => state)).toEqual(['PUBLISHED', 'PUBLISHED']);

  const emails = (await freeAms(NORTH, 4)).slice(ams, ams + 2);
  expect(emails).toHaveLength(2);
  for (const email of emails) await book(browser, email, [first, second, third]);
  await expect.poll(async () => (await mailsTo(emails[0] ?? '')).length).toBe(3);

  await moveFollowing(page, second, later);
  await cancel(page, third);

  for (const email of emails) await expectToldOnce(email, { first, second, third }, later);
  const all = await sessionsOf(atelier);
  const last = all.at(-1) ?? second;
  await expectFeed(page, { second, third, last }, later);
  expect(all.filter(({ date }) => date >= second.date).every((one) => one.from === later)).toBe(true);
  expect(all.some(({ date }) => date > '2027-03-28')).toBe(true);
  await page.goto(`/animation/planning?vue=mois&du=${second.date}`);
  await expect(page.getByText(atelier).first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
});

async function close(page: Page, date: string): Promise<void> {
  await page.goto('/animation/fermetures');
  await page.locator('#quoi').selectOption({ label: 'Relais Amiens Nord' });
  await page.getByLabel('Premier jour').fill(date);
  await page.getByLabel('Motif').fill('Formation de l’équipe');
  await page.getByRole('button', { name: 'Ajouter et voir ce qu’elle touche' }).click();
  await expect(page).toHaveURL(/\/animation\/fermetures\/[^/]+$/);
}

/** Ticks these activities' drafts alone, and publishes them at once. */
async function publish(page: Page, titles: readonly string[]): Promise<void> {
  await page.goto(`/animation/publication?du=${TERM.first}&au=${TERM.last}`);
  for (const panel of await page.locator('main fieldset').all()) {
    const title = (await panel.locator('h2').innerText()).trim();
    if (titles.includes(title)) continue;
    await uncheckAll(panel.locator('input:checked'));
  }
  await page.getByRole('button', { name: 'Publier les dates cochées' }).click();
  await expect(flash(page)).toContainText(/publi/);
}

async function book(browser: Browser, email: string, sessions: readonly PlannedSession[]): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await loginQuietly(page, accountOf(email));
  for (const { id } of sessions) {
    await page.goto(`/seances/${id}/inscription`);
    await page.locator('input[name="bande-18"]').fill('1');
    await page.getByRole('button', { name: /^M’inscrire/ }).click();
    await expect(page.getByText(/Vous êtes inscrite/).first()).toBeVisible();
  }
  await context.close();
}

/** This date and the following ones begin a quarter of an hour later. */
async function moveFollowing(page: Page, session: PlannedSession, later: string): Promise<void> {
  await page.goto(`/animation/seances/${session.id}/modification`);
  await page.locator('input[name=portee][value=FOLLOWING]').check();
  await page.getByLabel('De', { exact: true }).fill(later);
  await page.getByRole('button', { name: 'Voir ce qui va changer' }).click();
  await expect(page.getByText(/2 personnes/).first()).toBeVisible();
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(page).toHaveURL(new RegExp(`/animation/seances/${session.id}$`));
}

async function cancel(page: Page, session: PlannedSession): Promise<void> {
  await page.goto(`/animation/seances/${session.id}/annulation`);
  await page.getByLabel('Pourquoi').fill('La salle est en travaux.');
  await page.getByRole('button', { name: 'Annuler la séance' }).click();
  await expect(page).toHaveURL(new RegExp(`/animation/seances/${session.id}$`));
}

type Three = { first: PlannedSession; second: PlannedSession; third: PlannedSession };

/** Three places, one mail for all that moved, one for what is cancelled; her calendar holds what is left. */
async function expectToldOnce(email: string, { second, third }: Three, later: string): Promise<void> {
  await expect.poll(async () => (await mailsTo(email)).length).toBe(5);
  const [, , , moved, cancelled] = await mailsTo(email);
  if (!moved || !cancelled) throw new Error('not told');
  const told = (moved.text ?? '').replace(/\s/g, ' ');
  expect(told).toContain(later.replace(':', ' h ').replace(/^0/, ''));
  expect(cancelled.subject).toMatch(/annul/i);
  expect(calendarIn(cancelled)).toContain('METHOD:CANCEL');
  expect(calendarIn(moved)).toContain('METHOD:REQUEST');
  for (const session of [second, third]) expect(told).toContain(dayIn(session.date));
}

const MONTHS = ['janvier', 'février', 'mars', 'avril'];
const dayIn = (date: string) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;

type OfFeed = Omit<Three, 'first'> & { last: PlannedSession };

/** The relais's public calendar, as two readers of it agree: local hours on both sides of the change, one entry a date. */
async function expectFeed(page: Page, { second, third, last }: OfFeed, later: string): Promise<void> {
  const read = async () => (await page.request.get(`/relais/${NORTH}/agenda.ics`)).text();
  const start = (date: string) => new Date(`${date}T${later}:00${date < '2027-03-28' ? '+01:00' : '+02:00'}`).getTime();
  await expect
    .poll(async () => readWithIcalJs(await read()).find(({ uid }) => uid.includes(second.id))?.start, {
      timeout: 20_000,
    })
    .toBe(start(second.date));
  const text = await read();
  const entries = readWithIcalJs(text);
  for (const { id, date } of [second, last]) {
    for (const read of [entries, readWithNodeIcal(text)]) {
      expect(read.find(({ uid }) => uid.includes(id))?.start).toBe(start(date));
    }
  }
  expect(entries.filter(({ uid }) => uid.includes(third.id))).toHaveLength(1);
}
