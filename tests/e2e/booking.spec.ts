import {
  bookerOf,
  bookWithTwo,
  childBoxes,
  emailOf,
  expectBooked,
  login,
  openBooking,
  submitButton,
  withdraw,
} from './booking.ts';
import { readWithIcalJs, readWithNodeIcal } from './calendars.ts';
import { expect, expectAccessible, expectFits, test } from './fixtures.ts';
import { calendarIn, linkIn, mailsTo, nextMail } from './mailbox.ts';

test('she books with two children, reads her mail and the calendars, withdraws from the mail', async ({
  page,
}, info) => {
  const compte = bookerOf(info.project.name);
  const address = emailOf(compte);
  await login(page, compte);
  const path = await openBooking(page);
  await expectAccessible(page);
  await expectFits(page);
  const { length } = await mailsTo(address);
  await bookWithTwo(page);
  await expect(page.getByText(/avec 2 enfants/).first()).toBeVisible();
  await expectAccessible(page);

  const mail = await nextMail(address, length);
  const entry = calendarIn(mail);
  const [event] = readWithIcalJs(entry);
  expect(readWithNodeIcal(entry)).toEqual([event]);
  const own = page.getByRole('link', { name: 'Ajouter à mon agenda' });
  const kept = await (await page.request.get((await own.getAttribute('href')) ?? '')).text();
  expect(readWithIcalJs(kept)).toMatchObject([{ uid: event?.uid, start: event?.start }]);

  const relais = await page.locator('main a[href^="/relais/"]').first().getAttribute('href');
  const feed = await (await page.request.get(`${relais}/agenda.ics`)).text();
  for (const events of [readWithIcalJs(feed), readWithNodeIcal(feed)]) {
    expect(events.map(({ start }) => start)).toContain(event?.start);
  }
  expect(feed).not.toContain(address);

  await page.goto('/mon-espace');
  await expect(page.locator(`a[href^="${path}"]`).first()).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.context().clearCookies();
  await page.goto(linkIn(mail, /^\/desistement\//));
  await expectAccessible(page);
  await page.locator('main form button').first().click();
  const goodbye = await nextMail(address, length + 1);
  expect(goodbye.subject).toMatch(/sist/);
});

test('with the keyboard alone', async ({ page }, info) => {
  await login(page, bookerOf(info.project.name));
  const path = await openBooking(page);
  const reach = async (wanted: () => Promise<boolean>) => {
    for (let step = 0; step < 60 && !(await wanted()); step += 1) await page.keyboard.press('Tab');
    expect(await wanted()).toBe(true);
  };
  const isFocused = (selector: string) => () =>
    page
      .locator(`${selector}:focus`)
      .count()
      .then((count) => count > 0);
  await reach(isFocused('input[name=enfant]'));
  await page.keyboard.press('Space');
  await expect(childBoxes(page).first()).toBeChecked();
  await reach(isFocused('main form button:not([type=button])'));
  await page.keyboard.press('Enter');
  await expectBooked(page);
  await withdraw(page, path);
});

test('clicking twice and going back change nothing', async ({ page }, info) => {
  const compte = bookerOf(info.project.name);
  await login(page, compte);
  const path = await openBooking(page);
  const { length } = await mailsTo(emailOf(compte));
  await childBoxes(page).first().check();
  await submitButton(page).dblclick();
  await expectBooked(page);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goForward();
  await expectBooked(page);
  await nextMail(emailOf(compte), length);
  await withdraw(page, path);
  await nextMail(emailOf(compte), length + 1, /sist/);
  expect((await mailsTo(emailOf(compte))).length).toBe(length + 2);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('she signs in, books, changes her mind', async ({ page }, info) => {
    await login(page, bookerOf(info.project.name));
    const path = await openBooking(page);
    await bookWithTwo(page);
    await withdraw(page, path);
  });
});
