import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '#app/db/client.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';
import { requeueStuckMails } from '#app/mail/requeueStuckMails.server.ts';

import { useDatabase } from '../database.ts';
import { confirmed, fill, jobKeys, mailOf, nadia, now, queue, uid } from './world.ts';

useDatabase({ fresh: true });
beforeEach(fill);

describe('enqueueMail', () => {
  it('writes the mail and its job', async () => {
    const id = await queue();
    const mail = await mailOf(id);
    expect(mail).toMatchObject({ ...nadia, template: 'enrollment-confirmed', state: 'QUEUED', attempts: 0 });
    expect(mail.messageId).toMatch(new RegExp(`^<${id}@[\\w.-]+>$`));
    expect(mail.queuedAt).toEqual(now);
    expect(await jobKeys()).toEqual([`mail:${id}`]);
  });

  it('leaves nothing when its cause is rolled back', async () => {
    const failing = inTransaction(undefined, async (tx) => {
      await enqueueMail(tx, { ...confirmed, ...nadia, now, invitation: { uid, method: 'REQUEST' } });
      throw new Error('the cause failed');
    });
    await expect(failing).rejects.toThrow('the cause failed');
    expect(await db().outgoingMail.count()).toBe(0);
    expect(await db().invitation.count()).toBe(0);
    expect(await jobKeys()).toEqual([]);
  });

  it('raises the SEQUENCE at each message of an invitation, in the order of the causes', async () => {
    const first = await queue(confirmed, { uid, method: 'REQUEST' });
    const second = await queue(confirmed, { uid, method: 'REQUEST' });
    const third = await queue(confirmed, { uid, method: 'CANCEL' });
    for (const [sequence, id] of [first, second, third].entries()) {
      expect((await mailOf(id)).props).toMatchObject({ sequence });
    }
    expect(await db().invitation.findUnique({ where: { uid } })).toMatchObject({ sequence: 2, method: 'CANCEL' });
  });

  it('takes many at once, and none', async () => {
    const mails = ['b', 'a', 'c'].map((name) => ({
      ...confirmed,
      ...nadia,
      now,
      invitation: { uid: `${name}@x`, method: 'REQUEST' } as const,
    }));
    await inTransaction(undefined, (tx) => enqueueMail(tx, mails));
    await inTransaction(undefined, (tx) => enqueueMail(tx, []));
    expect(await db().outgoingMail.count()).toBe(3);
    expect(await jobKeys()).toHaveLength(3);
  });
});

describe('requeueStuckMails', () => {
  it('leaves a mail to its living job', async () => {
    await queue();
    expect(await requeueStuckMails()).toBe(0);
  });

  it('gives a job to those left without one, once', async () => {
    const queued = await queue();
    const sending = await queue();
    const sent = await queue();
    await db().outgoingMail.update({ where: { id: sending }, data: { state: 'SENDING', attempts: 1 } });
    await db().outgoingMail.update({ where: { id: sent }, data: { state: 'SENT' } });
    await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    expect(await requeueStuckMails()).toBe(2);
    expect((await jobKeys()).sort()).toEqual([`mail:${queued}`, `mail:${sending}`].sort());
    expect(await requeueStuckMails()).toBe(0);
  });

  it('replaces a job that used up its attempts', async () => {
    await queue();
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    expect(await requeueStuckMails()).toBe(1);
    expect(await requeueStuckMails()).toBe(0);
  });
});
