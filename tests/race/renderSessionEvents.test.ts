import { expect, it } from 'vitest';
import { db } from '#app/db/client.server.ts';
import { renderSessionEvents } from '#app/feeds/renderSessionEvents.server.ts';
import { describeOnServer, useDatabase } from '#tests/integration/database.ts';
import {
  HOUR,
  later,
  readPublic,
  RENDERING,
  someRelais,
  someSession,
  valuesOf,
} from '#tests/integration/feeds/world.ts';

const ROUNDS = 10;

describeOnServer('rendering one session at the same time', () => {
  useDatabase({ fresh: true });

  it('loses no update: what is read last says what the source says', async () => {
    const world = await someRelais();
    const id = await someSession(world);
    let sequence = -1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const theme = `Tour ${round}`;
      const startsAt = later((24 + round) * HOUR);
      const endsAt = later((25 + round) * HOUR);
      const change = async (n: number) => {
        if (n % 2 === 1) await db().session.update({ where: { id }, data: { theme, startsAt, endsAt } });
        await renderSessionEvents(id, RENDERING, later(round * HOUR + n * 1000));
        await readPublic(world.slug, '', {}, later(round * HOUR));
      };
      await Promise.all([0, 1, 2, 3, 4, 5].map(change));
      const { body } = await readPublic(world.slug, '', {}, later(round * HOUR));
      expect(valuesOf(body, 'SUMMARY')).toEqual([`${theme} – Maison de l’enfance`]);
      const printed = Number(valuesOf(body, 'SEQUENCE')[0]);
      expect(printed).toBeGreaterThan(sequence);
      sequence = printed;
    }
    expect(sequence).toBeLessThanOrEqual(ROUNDS);
  });
});
