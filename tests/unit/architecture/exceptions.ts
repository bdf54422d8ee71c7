/** What a file named as pure may import all the same: the reason, dated. */
export const PURE_EXCEPTIONS: Readonly<Record<string, { allows: string; since: string; why: string }>> = {
  'app/documents/ical-event.ts': { allows: 'node:crypto', since: '2026-11-22', why: 'a hash of what it is given' },
  'app/feeds/feed-body.ts': { allows: 'node:crypto', since: '2026-11-22', why: 'a hash of what it is given' },
  'app/feeds/feed-token.ts': { allows: 'node:crypto', since: '2026-11-22', why: 'a hash of what it is given' },
};
