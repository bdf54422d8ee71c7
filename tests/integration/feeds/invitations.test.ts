import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { noteReading } from '#app/feeds/noteReading.server.ts';
import { openLink } from '#app/feeds/feed-owners.server.ts';
import { renewFeedToken } from '#app/feeds/renewFeedToken.server.ts';
import { revokeFeedToken } from '#app/feeds/revokeFeedToken.server.ts';
import { useDatabase } from '../database.ts';
import { addSession, at, now, withChildren, world } from '../enrollment/world.ts';

useDatabase();

it('mails invite until her private feed has been read, and again once it is no more', async () => {
  const made = await world();
  const am = at(0, made.ams);
  let day = 1;
  const invited = async () => {
    const sessionId = await addSession(made, { startsAt: new Date(`2026-12-${10 + (day += 1)}T08:30:00Z`) });
    const outcome = await enroll(am, { sessionId, ...withChildren(1) }, now);
    if (outcome.outcome !== 'enrolled') throw new Error(outcome.outcome);
    const uid = { contains: outcome.enrollmentId };
    const mails = await db().outgoingMail.findMany({ where: { personId: am.personId, invitationUid: uid } });
    return mails.map(({ invitationMethod }) => invitationMethod);
  };
  expect(await invited()).toEqual(['REQUEST']);
  const link = await renewFeedToken(am, { contents: null }, { appUrl: 'https://relais.example' }, now);
  if (link.outcome !== 'renewed') throw new Error(link.outcome);
  expect(await invited()).toEqual(['REQUEST']); // made, not read yet
  const opened = await openLink(`${link.token}.ics`, now);
  if (opened.ok) await noteReading(opened.owner, now);
  expect(await invited()).toEqual([]);
  await revokeFeedToken(am, now);
  expect(await invited()).toEqual(['REQUEST']);
});
