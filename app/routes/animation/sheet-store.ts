import { openDB, type DBSchema } from 'idb';
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

interface Shelf<Row> {
  all: () => Promise<Row[]>;
  get: (key: string) => Promise<Row | undefined>;
  put: (row: Row) => Promise<unknown>;
  remove: (key: string) => Promise<void>;
}

interface Store {
  /** What it holds outlives the page. */
  lasting: boolean;
  marks: Shelf<QueuedMark>;
  sheets: Shelf<StoredSheet>;
}

let opened: Promise<Store> | null = null;

/** The browser's database; where it is refused (private windows), the page's own memory. */
function store(): Promise<Store> {
  opened ??= onDisk().catch(inMemory);
  return opened;
}

async function onDisk(): Promise<Store> {
  const database = await openDB<Tables>('ribambelle-feuilles', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('marks', { keyPath: 'id' }).createIndex('session', 'sessionId');
      fresh.createObjectStore('sheets', { keyPath: 'sessionId' });
    },
    terminated() {
      opened = null;
    },
  });
  return {
    lasting: true,
    marks: {
      all: () => database.getAll('marks'),
      get: (key) => database.get('marks', key),
      put: (row) => database.put('marks', row),
      remove: (key) => database.delete('marks', key),
    },
    sheets: {
      all: () => database.getAll('sheets'),
      get: (key) => database.get('sheets', key),
      put: (row) => database.put('sheets', row),
      remove: (key) => database.delete('sheets', key),
    },
  };
}

function inMemory(): Store {
  return {
    lasting: false,
    marks: shelf<QueuedMark>(({ id }) => id),
    sheets: shelf<StoredSheet>(({ sessionId }) => sessionId),
  };
}

function shelf<Row>(keyOf: (row: Row) => string): Shelf<Row> {
  const rows = new Map<string, Row>();
  return {
    all: () => Promise.resolve([...rows.values()]),
    get: (key) => Promise.resolve(rows.get(key)),
    put: (row) => Promise.resolve(rows.set(keyOf(row), row)),
    remove: (key) => Promise.resolve(void rows.delete(key)),
  };
}

/** Does what is kept outlive the page? */
export async function isLasting(): Promise<boolean> {
  return (await store()).lasting;
}

/** Keeps a mark until the server has it. */
export async function keepMark(queued: QueuedMark): Promise<void> {
  await (await store()).marks.put(queued);
}

/** The marks of one person that wait, of one sheet or of all, in the order in which they were made. */
export async function waitingMarks(by: string, sessionId?: string): Promise<QueuedMark[]> {
  const hers = (await (await store()).marks.all()).filter((one) => one.by === by);
  return hers.filter((one) => sessionId === undefined || one.sessionId === sessionId).sort((a, b) => a.n - b.n);
}

/** How many marks of other accounts wait on this tablet. */
export async function othersWaiting(by: string): Promise<number> {
  return (await (await store()).marks.all()).filter((one) => one.by !== by).length;
}

/** The server has them. */
export async function forgetMarks(ids: readonly string[]): Promise<void> {
  const { marks } = await store();
  await Promise.all(ids.map((id) => marks.remove(id)));
}

/** Keeps a sheet on the tablet, in the place of what it knew of it. */
export async function storeSheet(sheet: StoredSheet): Promise<void> {
  await (await store()).sheets.put(sheet);
}

/** What the tablet knows of a session’s sheet. */
export async function storedSheet(sessionId: string): Promise<StoredSheet | undefined> {
  return (await store()).sheets.get(sessionId);
}

/** Every sheet on the tablet, whoever kept it. */
export async function storedSheets(): Promise<StoredSheet[]> {
  return (await store()).sheets.all();
}

/** Takes a sheet away; its marks not yet sent stay. */
export async function forgetSheet(sessionId: string): Promise<void> {
  await (await store()).sheets.remove(sessionId);
}
