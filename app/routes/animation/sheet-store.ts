import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { SheetMark } from '#app/attendance/mark.ts';
import type { SheetLine, SheetState } from '#app/attendance/sheet.ts';

/** A mark that waits to be sent, and whose it is. */
export type QueuedMark = { id: string; sessionId: string; by: string; n: number; mark: SheetMark };

/** What the server last told of a sheet. */
export type StoredSheet = {
  sessionId: string;
  by: string;
  path: string;
  /** By the tablet's clock. */
  keptUntil: number;
  /** How far the server's clock is ahead of the tablet's. */
  drift: number;
  state: SheetState | null;
  /** Walk-ins found by name who are not on the server's sheet yet. */
  found: SheetLine[];
};

interface Tables extends DBSchema {
  marks: { key: string; value: QueuedMark; indexes: { session: string } };
  sheets: { key: string; value: StoredSheet };
}

let opened: Promise<IDBPDatabase<Tables>> | null = null;

function tables(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('ribambelle-feuilles', 1, {
    upgrade(database) {
      database.createObjectStore('marks', { keyPath: 'id' }).createIndex('session', 'sessionId');
      database.createObjectStore('sheets', { keyPath: 'sessionId' });
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

/** Keeps a mark until the server has it. */
export async function keepMark(queued: QueuedMark): Promise<void> {
  await (await tables()).put('marks', queued);
}

/** The marks of one person that wait, of one sheet or of all, in the order in which they were made. */
export async function waitingMarks(by: string, sessionId?: string): Promise<QueuedMark[]> {
  const database = await tables();
  const all =
    sessionId === undefined
      ? await database.getAll('marks')
      : await database.getAllFromIndex('marks', 'session', sessionId);
  return all.filter((one) => one.by === by).sort((a, b) => a.n - b.n);
}

/** How many marks of other accounts wait on this tablet. */
export async function othersWaiting(by: string): Promise<number> {
  return (await (await tables()).getAll('marks')).filter((one) => one.by !== by).length;
}

/** The server has them. */
export async function forgetMarks(ids: readonly string[]): Promise<void> {
  const change = (await tables()).transaction('marks', 'readwrite');
  await Promise.all([...ids.map((id) => change.store.delete(id)), change.done]);
}

export async function storeSheet(sheet: StoredSheet): Promise<void> {
  await (await tables()).put('sheets', sheet);
}

export async function storedSheet(sessionId: string): Promise<StoredSheet | undefined> {
  return (await tables()).get('sheets', sessionId);
}

export async function storedSheets(): Promise<StoredSheet[]> {
  return (await tables()).getAll('sheets');
}

export async function forgetSheet(sessionId: string): Promise<void> {
  await (await tables()).delete('sheets', sessionId);
}
