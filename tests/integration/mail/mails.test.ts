import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { deliverMail, type MailOffice } from '#app/mail/deliverMail.server.ts';
import { demoInvitation, demoMail, demoMailbox } from '#app/mail/mails.server.ts';
import { openPost } from '#app/mail/openPost.server.ts';

import { useDatabase } from '../database.ts';
import { confirmed, fill, nadia, now, queue, uid } from './world.ts';

useDatabase({ fresh: true });
const former = process.env.DATA_DIR;
let dataDir: string;
let office: MailOffice;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ribambelle-mailbox-'));
  process.env.DATA_DIR = dataDir;
  const post = openPost({ smtpUrl: null, dataDir });
  office = { appUrl: 'http://localhost:3000', secret: 'a-secret-of-the-tests', from: 'relais@exemple.fr', post };
});
beforeEach(fill);
afterAll(async () => {
  if (former === undefined) delete process.env.DATA_DIR;
  else process.env.DATA_DIR = former;
  await rm(dataDir, { recursive: true });
});

describe('the demo mailbox', () => {
  it('lists mails, newest first, those that have not left too', async () => {
    const first = await queue();
    await deliverMail(first, office, now);
    const second = await queue();
    await db().outgoingMail.update({ where: { id: second }, data: { queuedAt: new Date(now.getTime() + 60_000) } });
    const mails = await demoMailbox({ limit: 10, to: '' });
    expect(mails.map(({ id }) => id)).toEqual([second, first]);
    expect(mails[0]).toMatchObject({ subject: null, state: 'QUEUED', to: nadia.to });
    expect(mails[1]).toMatchObject({ at: 'dimanche 22 novembre, 10 h', state: 'SENT' });
    expect(mails[1]?.subject).toContain('Inscription confirmée');
    expect(await demoMailbox({ limit: 1, to: '' })).toHaveLength(1);
    expect(await demoMailbox({ limit: 10, to: 'NADIA' })).toHaveLength(2);
    expect(await demoMailbox({ limit: 10, to: 'awa' })).toHaveLength(0);
  });

  it('opens a mail, its links and its calendar entry', async () => {
    const id = await queue(confirmed, { uid, method: 'REQUEST' });
    await deliverMail(id, office, now);
    const mail = await demoMail(id);
    expect(mail).toMatchObject({ to: `Nadia Morel <${nadia.to}>`, hasInvitation: true });
    expect(mail?.text.filter(({ href }) => href?.startsWith('http://localhost:3000/desistement/'))).toHaveLength(1);
    expect(mail?.html).toContain('<base target="_top"/>');
    expect(await demoInvitation(id)).toContain(`UID:${uid}`);
  });

  it('knows nothing of other files', async () => {
    expect(await demoMail('../../etc/passwd')).toBeNull();
    expect(await demoMail('00000000-0000-4000-8000-000000000000')).toBeNull();
    expect(await demoInvitation('nothing')).toBeNull();
  });
});
