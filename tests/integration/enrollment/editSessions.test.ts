import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { editSessions } from '#app/enrollment/editSessions.server.ts';
import { enroll } from '#app/enrollment/enroll.server.ts';
import { editPreview, sessionEditPage } from '#app/enrollment/session-edit-page.server.ts';
import { readEdit } from '#app/enrollment/session-edit.schema.server.ts';
import { useDatabase } from '#tests/integration/database.ts';
import { addSession, at, now, withChildren, world } from './world.ts';

useDatabase();

async function twoDates() {
  const made = await world();
  const second = await addSession(made, { startsAt: new Date('2026-12-01T08:30:00Z') });
  await db().session.update({ where: { id: second }, data: { theme: 'Argile' } });
  const page = await sessionEditPage(made.animator, made.sessionId, now);
  if (!page) throw new Error('no page');
  const edit = (more: Readonly<Record<string, string>>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...page.typed, ...more })) {
      for (const one of [value].flat()) if (typeof one === 'string') form.append(name, one);
    }
    const read = readEdit(form);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return { sessionId: made.sessionId, edit: read.edit };
  };
  return { made, second, page, edit };
}

describe('editSessions', () => {
  it('says what will happen, then does it; the others keep what was not edited', async () => {
    const { made, second, page, edit } = await twoDates();
    expect(page.counts).toEqual({ ONE: 1, FOLLOWING: 2, ALL: 2 });
    await enroll(at(0, made.ams), { sessionId: made.sessionId, ...withChildren(1) }, now);
    await enroll(at(0, made.ams), { sessionId: second, ...withChildren(1) }, now);
    await enroll(at(1, made.ams), { sessionId: second, ...withChildren(1) }, now);
    await db().person.update({ where: { id: at(1, made.ams).personId }, data: { email: null } });
    const asked = edit({ portee: 'FOLLOWING', a: '11:15' });
    expect(await editPreview(made.animator, asked, now)).toMatchObject({
      ...{ people: 2, toCall: 1, clashes: [], refusal: null },
      lines: [
        { when: 'Mardi 24 novembre, 9 h 30 – 11 h 15', before: 'Mardi 24 novembre, 9 h 30 – 11 h', what: ['time'] },
        { when: 'Mardi 1er décembre, 9 h 30 – 11 h 15', what: ['time'] },
      ],
    });
    expect(await db().session.count({ where: { id: second, endsAt: new Date('2026-12-01T10:00:00Z') } })).toBe(1);
    expect(await editSessions(made.animator, asked, now)).toMatchObject({ ok: true, changed: 2, told: 2, toCall: 1 });
    expect(await db().session.findUniqueOrThrow({ where: { id: second } })).toMatchObject({
      theme: 'Argile',
      endsAt: new Date('2026-12-01T10:15:00Z'),
    });
    expect(await editSessions(made.animator, asked, now)).toMatchObject({ ok: true, changed: 0, told: 0 });
  });

  it('says why it cannot be, and is for who plans there', async () => {
    const { made, edit } = await twoDates();
    expect(await editPreview(made.animator, edit({ date: '2026-11-19' }), now)).toMatchObject({
      refusal: 'Cette séance est passée, ou le serait : jeudi 19 novembre, 9 h 30 – 11 h.',
    });
    for (const actor of [(await world()).animator, at(0, made.ams)]) {
      expect(await sessionEditPage(actor, made.sessionId, now)).toBeNull();
      expect(await editPreview(actor, edit({ theme: 'x' }), now)).toBeNull();
      expect(await editSessions(actor, edit({ theme: 'x' }), now)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    }
  });
});
