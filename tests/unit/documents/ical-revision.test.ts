import { describe, expect, it } from 'vitest';
import { reviseEvent, type StoredRevision, type UnstampedEntry } from '#app/documents/ical-revision.ts';
import { anEntry } from './calendar-entry.ts';

const NOW = new Date('2026-11-22T10:00:00.400Z');
const LATER = new Date('2026-11-23T10:00:00.400Z');

/** What is stored after each of the entries was printed in turn, the first at NOW and the others at `at`. */
function storedAfter(entries: readonly UnstampedEntry[], at = LATER): StoredRevision {
  let stored: StoredRevision | null = null;
  for (const entry of entries) {
    const revision = reviseEvent(stored, entry, stored ? at : NOW);
    if (revision.type === 'revised') stored = { ...entry, ...revision };
  }
  if (!stored) throw new Error('nothing printed');
  return stored;
}

describe('revisions of a stored event', () => {
  const first = anEntry();
  const moved = anEntry({ startsAt: new Date('2026-11-24T09:00:00Z') });

  it('begins at 0, stamped with whole seconds in its text', () => {
    const revision = reviseEvent(null, first, NOW);
    expect(revision).toMatchObject({ type: 'revised', sequence: 0, modifiedAt: new Date('2026-11-22T10:00:00Z') });
    expect(revision.type === 'revised' && revision.text).toContain('LAST-MODIFIED:20261122T100000Z');
  });

  it('changes nothing when nothing printed changed', () => {
    expect(reviseEvent(storedAfter([first]), anEntry(), LATER)).toEqual({ type: 'unchanged' });
  });

  it.each([
    ['start', moved],
    ['end', anEntry({ endsAt: new Date('2026-11-24T10:30:00Z') })],
    ['status', anEntry({ status: 'CANCELLED' as const })],
  ])('raises SEQUENCE when the %s changes', (_, entry) => {
    const { sequence, modifiedAt } = storedAfter([first, entry]);
    expect([sequence, modifiedAt.toISOString()]).toEqual([1, '2026-11-23T10:00:00.000Z']);
  });

  it.each([
    ['a renamed place', anEntry({ location: 'Autre salle' })],
    ['a new theme', anEntry({ summary: 'Musique' })],
  ])('moves only the stamp for %s', (_, entry) => {
    const { sequence, modifiedAt } = storedAfter([first, entry]);
    expect([sequence, modifiedAt.toISOString()]).toEqual([0, '2026-11-23T10:00:00.000Z']);
  });

  it('rises again when it comes back, and never prints the same stamp twice', () => {
    expect(storedAfter([first, moved, first]).sequence).toBe(2);
    expect(storedAfter([first, moved, first], NOW).modifiedAt.toISOString()).toBe('2026-11-22T10:00:02.000Z');
  });

  it('says when it cannot be printed', () => {
    const broken = anEntry({ endsAt: first.startsAt });
    expect(reviseEvent(storedAfter([first]), broken, LATER)).toEqual({ type: 'unprintable' });
  });
});
