import { withdraw } from './booking.ts';
import { accountOf, queues, rows } from './database.ts';
import { expect, expectAccessible, expectFits, loginQuietly, test } from './fixtures.ts';
import { linkIn, mailsTo, nextMail } from './mailbox.ts';

const OFFERED = `SELECT p.email FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
  WHERE e."sessionId" = $1::uuid AND e.state = 'OFFERED'`;
const STATE = `SELECT e.state FROM "Enrollment" e JOIN "Person" p ON p.id = e."personId"
  WHERE e."sessionId" = $1::uuid AND p.email = $2 AND e."endedAt" IS NULL`;

test('someone leaves a full session; the next is asked by mail and accepts without signing in', async ({
  page,
}, info) => {
  const full = await queues();
  const queue = info.project.name === 'phone' ? full.at(0) : full.at(-1);
  if (!queue) throw new Error('the demo has no queue of people to be asked');
  const { sessionId, holder, first } = queue;
  const already = (await mailsTo(first)).length;

  await loginQuietly(page, accountOf(first));
  await page.goto(`/seances/${sessionId}`);
  await expect(page.getByText(/liste d’attente/).first()).toBeVisible();
  await expectAccessible(page);

  await loginQuietly(page, accountOf(holder));
  await withdraw(page, `/seances/${sessionId}`);
  // Someone else may already be thinking about an offer for that session.
  expect(await rows(OFFERED, [sessionId])).toContainEqual({ email: first });

  await page.context().clearCookies();
  const mail = await nextMail(first, already, /place/);
  await page.goto(linkIn(mail, /^\/offres\/.*\/acceptation$/));
  await expectAccessible(page);
  await expectFits(page);
  await page.locator('main form button').first().click();
  await expect.poll(async () => (await rows(STATE, [sessionId, first]))[0]?.state).toBe('CONFIRMED');
  await expectAccessible(page);
});
