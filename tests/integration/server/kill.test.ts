import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fingerprint, randomToken } from '#app/auth/secrets.server.ts';
import { connect, db, disconnect } from '#app/db/client.server.ts';
import { migrate } from '#app/db/migrate.mjs';
import { openDatabase } from '#app/db/open.mjs';
import { findings } from '#app/server/invariants.server.ts';
import { world, type World } from '#tests/integration/enrollment/world.ts';
import { startSmtp, type SmtpServer } from '#tests/integration/mail/smtp.ts';
import { freePort, launch, temporaryFolder, type Application } from './application.ts';

const TEN_DAYS = 10 * 86_400_000;
const secret = randomBytes(32).toString('hex');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let smtp: SmtpServer;
let made: World;
let cookies: string[];
let application: Application | undefined;

beforeAll(async () => {
  process.env.SESSION_SECRET = secret;
  [folder, smtp] = await Promise.all([temporaryFolder(), startSmtp()]);
  await inside(async () => {
    made = await world({ ams: 40, startsAt: new Date(Date.now() + TEN_DAYS) });
    cookies = await Promise.all(made.ams.map(({ personId }) => signIn(personId)));
  }, true);
}, 120_000);

afterAll(async () => {
  application?.signal('SIGKILL');
  await application?.ended();
  await smtp.close();
  await folder.remove();
});

/** Works on the application's data: beside it when it runs, alone otherwise. */
async function inside(work: () => Promise<void>, first = false): Promise<void> {
  const database = await openDatabase({ env: { DATA_DIR: folder.path }, reuse: true });
  if (first) await migrate({ url: database.directUrl });
  connect({ url: database.url, engine: 'embedded', max: 2 });
  try {
    await work();
  } finally {
    await disconnect();
    await database.close();
  }
}

async function signIn(personId: string): Promise<string> {
  const token = randomToken();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + TEN_DAYS);
  const tokenHash = fingerprint('session', token);
  await db().authSession.create({ data: { personId, tokenHash, createdAt: now, lastSeenAt: now, expiresAt } });
  return `ribambelle=${token}`;
}

async function start(): Promise<Application> {
  const env = { DATA_DIR: folder.path, PORT: String(await freePort()), DEMO: '0', SMTP_URL: smtp.url };
  application = launch('start.mjs', [], { ...env, SESSION_SECRET: secret, MAIL_FROM: 'relais@test.example' });
  await application.ready();
  return application;
}

async function book({ port }: Application, cookie: string): Promise<boolean> {
  const origin = `http://localhost:${port}`;
  const answer = await fetch(`http://127.0.0.1:${port}/seances/${made.sessionId}/inscription`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'bande-18=1&souhait=ASK',
  }).catch(() => null);
  return answer?.status === 303;
}

it('killed in the middle of a rush, it loses no answer given, sends every mail, and stays sound', async () => {
  const before = await start();
  let answered = 0;
  const booking = cookies.map((cookie) =>
    book(before, cookie).then((done) => {
      if (done && (answered += 1) === 8) before.signal('SIGKILL');
      return done;
    }),
  );
  const told = await Promise.all(booking);
  expect(await before.ended()).toBe('SIGKILL');
  expect(answered).toBeGreaterThanOrEqual(8);
  expect(answered).toBeLessThan(40);

  const after = await start();
  const again = await Promise.all(cookies.map((cookie) => book(after, cookie)));
  expect(again.every(Boolean)).toBe(true);
  await inside(async () => {
    while (await db().outgoingMail.count({ where: { state: { not: 'SENT' } } })) await setTimeout(200);
    const rows = await db().enrollment.findMany({ where: { sessionId: made.sessionId } });
    expect(rows).toHaveLength(40);
    expect(rows.filter((row) => row.state === 'CONFIRMED')).toHaveLength(12);
    const first = made.ams.filter((_, i) => told[i]).map(({ personId }) => personId);
    const arrivals = new Map(rows.map((row) => [row.personId, row.arrival]));
    for (const personId of first) expect(arrivals.get(personId)).toBeLessThanOrEqual(40);
    const mails = await db().outgoingMail.findMany({ select: { messageId: true, personId: true } });
    expect(new Set(mails.map((mail) => mail.personId)).size).toBe(40);
    const received = smtp.received.map((mail) => mail.messageId);
    expect(new Set(received)).toEqual(new Set(mails.map((mail) => mail.messageId)));
    // Killed between the server's answer and its record, one letter at most leaves again, with the same Message-ID.
    expect(received.length - mails.length).toBeLessThanOrEqual(1);
    expect((await findings()).found).toEqual([]);
  });
  after.signal('SIGTERM');
  expect(await after.ended()).toBe(0);
}, 240_000);
