import { describe, expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { renderAllEvents } from '#app/feeds/renderAllEvents.server.ts';
import { renderRelaisEvents } from '#app/feeds/renderRelaisEvents.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { renderSiteEvents } from '#app/feeds/renderSiteEvents.server.ts';
import { useDatabase } from '../database.ts';
import { HOUR, later, NOW, readPublic, RENDERING, someRelais, someSession, someSite, valuesOf } from './world.ts';

useDatabase({ fresh: true });

const stamps = async (sessionId: string) => {
  const row = await db().calendarEvent.findFirstOrThrow({ where: { sessionId, enrollmentId: null, team: false } });
  return { sequence: row.sequence, modifiedAt: row.modifiedAt };
};

describe('rendering a session', () => {
  it('raises SEQUENCE for time and status alone, LAST-MODIFIED for any print, nothing otherwise', async () => {
    const world = await someRelais();
    const id = await someSession(world);
    const render = (hours: number) => renderSessionEvents(id, RENDERING, later(hours * HOUR));
    expect(await render(0)).toEqual({ written: 2, unprintable: [] });
    expect(await stamps(id)).toEqual({ sequence: 0, modifiedAt: NOW });

    expect((await render(1)).written).toBe(0);
    await db().session.update({ where: { id }, data: { maxAdults: 3, version: 7 } });
    expect((await render(1)).written).toBe(0);
    expect(await stamps(id)).toEqual({ sequence: 0, modifiedAt: NOW });

    await db().site.update({ where: { id: world.siteId }, data: { name: 'Salle des fêtes' } });
    expect((await renderSiteEvents(world.siteId, RENDERING, later(2 * HOUR))).written).toBe(2);
    expect(await stamps(id)).toEqual({ sequence: 0, modifiedAt: later(2 * HOUR) });

    await db().relais.update({ where: { id: world.relaisId }, data: { phone: '03 22 11 11 11' } });
    expect((await renderRelaisEvents(world.relaisId, RENDERING, later(3 * HOUR))).written).toBe(2);
    expect(await stamps(id)).toEqual({ sequence: 0, modifiedAt: later(3 * HOUR) });

    const moved = { startsAt: new Date('2026-11-25T08:30:00Z'), endsAt: new Date('2026-11-25T10:00:00Z') };
    await db().session.update({ where: { id }, data: moved });
    await render(4);
    expect(await stamps(id)).toEqual({ sequence: 1, modifiedAt: later(4 * HOUR) });

    await db().session.update({ where: { id }, data: { state: 'CANCELLED', cancelReason: 'Léa est malade' } });
    await render(5);
    expect(await stamps(id)).toEqual({ sequence: 2, modifiedAt: later(5 * HOUR) });
    const { body } = await readPublic(world.slug, '', {}, later(5 * HOUR));
    expect(valuesOf(body, 'SUMMARY')).toEqual(['ANNULÉ : Peinture au sol – Salle des fêtes']);
    expect(valuesOf(body, 'STATUS')).toEqual(['CANCELLED']);
    expect(valuesOf(body, 'TRANSP')).toEqual(['TRANSPARENT']);
    expect(valuesOf(body, 'LAST-MODIFIED')).toEqual(valuesOf(body, 'DTSTAMP'));
    expect(body).not.toContain('malade');
    // it stays until its day has left the window
    expect(valuesOf((await readPublic(world.slug, '', {}, later(50 * 24 * HOUR))).body, 'UID')).toHaveLength(1);
  });

  it('moves the row with the session though both sites print alike', async () => {
    const world = await someRelais();
    const twin = await someSite(world.collectiviteId, 'Maison de l’enfance');
    const id = await someSession(world);
    await renderSessionEvents(id, RENDERING, NOW);
    await db().session.update({ where: { id }, data: { siteId: twin.id } });
    await renderSessionEvents(id, RENDERING, later(HOUR));
    expect(await stamps(id)).toEqual({ sequence: 0, modifiedAt: NOW });
    expect(valuesOf((await readPublic(world.slug, `lieu=${twin.id}`)).body, 'UID')).toHaveLength(1);
  });

  it('takes out drafts, sessions that are no more, and what cannot be printed', async () => {
    const world = await someRelais();
    const [draft, gone, broken, kept] = [
      await someSession(world, { title: 'A' }),
      await someSession(world, { title: 'B' }),
      await someSession(world, { title: 'C' }),
      await someSession(world, { title: 'D' }),
    ];
    await renderAllEvents(RENDERING, NOW);
    await db().session.update({ where: { id: draft }, data: { state: 'DRAFT' } });
    await db().session.delete({ where: { id: gone } });
    // on the wall it would end before it begins: in the night when the clock goes back
    const doubled = { startsAt: new Date('2026-10-25T00:30:00Z'), endsAt: new Date('2026-10-25T01:15:00Z') };
    await db().session.update({ where: { id: broken }, data: doubled });
    for (const id of [draft, gone, kept]) await renderSessionEvents(id, RENDERING, NOW);
    const { unprintable } = await renderSessionEvents(broken, RENDERING, NOW);
    expect(unprintable).toEqual([`seance-${broken}@agenda.ribambelle.example`]);
    expect(valuesOf((await readPublic(world.slug)).body, 'UID')).toEqual([`seance-${kept}@agenda.ribambelle.example`]);
  });

  it('renders all in a fixed number of queries, and again without writing', async () => {
    const world = await someRelais();
    for (let n = 0; n < 40; n += 1) await someSession(world, { title: `Séance ${n}` });
    expect((await renderAllEvents(RENDERING, NOW)).written).toBe(80);
    expect((await renderAllEvents(RENDERING, later(HOUR))).written).toBe(0);
    expect((await renderAllEvents({ appUrl: 'https://autre.example' }, later(HOUR))).written).toBe(80);
  });
});
