import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PartyValue, SheetMark, TallyValue } from '#app/attendance/mark.ts';
import { stamp } from '#app/attendance/merge.ts';
import { imprint } from '#app/attendance/mark.ts';
import { type SheetLine, type SheetState, withPending } from '#app/attendance/sheet.ts';
import type { Sheet } from '#app/attendance/sheets.server.ts';
import { dayLong } from '#app/time/french.ts';
import { keepPages, tidy } from './sheet-cache.ts';
import { sheetPath, SHEETS_PATH } from './sheet-paths.ts';
import { exchange, type Sending } from './sheet-sending.ts';
import {
  isLasting,
  keepMark,
  othersWaiting,
  type QueuedMark,
  storedSheet,
  type StoredSheet,
  storeSheet,
  waitingMarks,
} from './sheet-store.ts';

const EVERY_MS = 20_000;

/** How the tablet stands with the server. */
export type Link = Sending['result'] | 'starting';

export interface SheetDesk {
  state: SheetState;
  link: Link;
  waiting: number;
  /** Marks of another account on this tablet. */
  others: number;
  /** The page opens without network. */
  ready: boolean;
  /** false: this browser keeps nothing (a private window); marks live as long as the page. */
  lasting: boolean;
  /** The day to which the session was moved meanwhile, in words; null: it is not to come. */
  opensOn: string | null;
  record: (line: SheetLine, value: PartyValue) => void;
  recordTally: (value: TallyValue) => void;
  /** Sends what waits and learns what colleagues marked. */
  sync: () => void;
}

/**
 * The sheet as this tablet fills it: each deed is kept on the tablet at once, then sent; what the server tells comes
 * under what is still to be sent.
 */
export function useSheet(sheet: Sheet): SheetDesk {
  const { sessionId, me } = sheet;
  const [told, setTold] = useState(sheet.state);
  const [queue, setQueue] = useState<readonly QueuedMark[]>([]);
  const [found, setFound] = useState<readonly SheetLine[]>([]);
  const [link, setLink] = useState<Link>('starting');
  const [others, setOthers] = useState(0);
  const [ready, setReady] = useState(false);
  const [lasting, setLasting] = useState(true);
  const [opensOn, setOpensOn] = useState<string | null>(null);
  // The tablet's clock may be wrong: marks are dated by the server's.
  const drift = useRef(0);
  const sequence = useRef(0);
  const busy = useRef<'no' | 'yes' | 'again'>('no');

  const sync = useCallback(() => {
    if (busy.current !== 'no') {
      busy.current = 'again';
      return;
    }
    busy.current = 'yes';
    const work = async () => {
      const sending: Sending = navigator.onLine ? await exchange(sessionId, me) : { result: 'offline' };
      setLink(sending.result);
      setOpensOn(sending.result === 'notYet' ? dayLong(sending.date) : null);
      if (sending.result === 'sent' && sending.state) {
        const { state } = sending;
        drift.current = state.toldAt - Date.now();
        setTold(state);
        const stored = await storedSheet(sessionId);
        if (stored) await storeSheet({ ...stored, state, drift: drift.current });
      }
      setQueue(await waitingMarks(me, sessionId));
    };
    void work()
      .catch(() => setLink('offline'))
      .finally(() => {
        const again = busy.current === 'again';
        busy.current = 'no';
        if (again) sync();
      });
  }, [sessionId, me]);

  useEffect(() => {
    let gone = false;
    const open = async () => {
      await tidy(me, Date.now());
      const stored = await openStored(sheet);
      const waits = await waitingMarks(me, sessionId);
      sequence.current = Math.max(0, ...waits.map(({ n }) => n + 1));
      drift.current = stored.drift;
      const keeps = await isLasting();
      if (gone) return;
      setLasting(keeps);
      if (stored.state) setTold(stored.state);
      setFound(stored.found);
      setQueue(waits);
      setOthers(await othersWaiting(me));
      sync();
      if (!keeps) return;
      if (navigator.onLine) {
        const kept = await keepPages([stored.path, SHEETS_PATH]);
        if (!gone) setReady(kept > 0);
      } else setReady(true);
    };
    void open().catch(() => setLink('offline'));
    return () => {
      gone = true;
    };
  }, [sessionId, me, sheet, sync]);

  useEffect(() => {
    const whenSeen = () => document.visibilityState === 'visible' && sync();
    const timer = setInterval(whenSeen, EVERY_MS);
    window.addEventListener('online', sync);
    window.addEventListener('offline', sync);
    document.addEventListener('visibilitychange', whenSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', sync);
      window.removeEventListener('offline', sync);
      document.removeEventListener('visibilitychange', whenSeen);
    };
  }, [sync]);

  const atRisk = !lasting && queue.length > 0;
  useEffect(() => {
    if (!atRisk) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [atRisk]);

  const keep = useCallback(
    (mark: SheetMark, line: SheetLine | null) => {
      const queued = { id: mark.id, sessionId, by: me, n: sequence.current++, mark };
      setQueue((before) => [...before, queued]);
      const isNew = line !== null && !told.lines.some(({ key }) => key === line.key);
      const work = async () => {
        await keepMark(queued);
        if (isNew) {
          setFound((before) => [...before.filter(({ key }) => key !== line.key), line]);
          const stored = await storedSheet(sessionId);
          if (stored) {
            const others = stored.found.filter(({ key }) => key !== line.key);
            await storeSheet({ ...stored, found: [...others, line] });
          }
        }
        sync();
      };
      void work();
    },
    [sessionId, me, sync, told],
  );

  const state = useMemo(
    () =>
      withPending(
        told,
        queue.map(({ mark }) => mark),
        found,
      ),
    [told, queue, found],
  );

  const made = (shownAt: number | null) => ({
    id: crypto.randomUUID(),
    markedAt: stamp(Date.now() + drift.current, shownAt),
  });
  const record = (line: SheetLine, value: PartyValue) => {
    if (line.value && imprint(line.value) === imprint(value)) return;
    const { subject, version: base, markedAt } = line;
    keep({ ...made(markedAt), base, subject, value }, line);
  };
  const recordTally = (value: TallyValue) => {
    const shown = state.tally;
    if (!shown) return;
    keep({ ...made(shown.markedAt), base: shown.version, subject: { type: 'tally' }, value }, null);
  };
  return { state, link, waiting: queue.length, others, ready, lasting, opensOn, record, recordTally, sync };
}

/** What the tablet knows of this sheet: what it kept, unless the page that opens knows better. */
async function openStored({ sessionId, me, keptUntil, state }: Sheet): Promise<StoredSheet> {
  const stored = await storedSheet(sessionId);
  if (stored?.state && stored.state.toldAt >= state.toldAt) return stored;
  const drift = state.toldAt - Date.now();
  const fresh = { sessionId, by: me, path: sheetPath(sessionId), keptUntil: keptUntil - drift, drift, state };
  const opened = { ...fresh, found: stored?.found ?? [] };
  await storeSheet(opened);
  return opened;
}
