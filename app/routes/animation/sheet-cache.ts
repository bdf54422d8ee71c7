import { forgetSheet, storedSheets, waitingMarks } from './sheet-store.ts';

/** As public/animation/seances/hors-ligne.js names them. */
const PAGES = 'ribambelle-feuilles';
const FILES = 'ribambelle-fichiers';
const WORKER = '/animation/seances/hors-ligne.js';
const SCOPE = '/animation/seances/';

/** May this browser keep pages (it needs https, or this very machine)? */
export const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/** Keeps pages and the files they need, so that they open without network; how many it could keep. */
export async function keepPages(paths: readonly string[]): Promise<number> {
  if (!canKeep()) return 0;
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  let kept = 0;
  for (const path of paths) if (await keepPage(path)) kept += 1;
  return kept;
}

async function keepPage(path: string): Promise<boolean> {
  const answer = await fetch(path, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  const page = await answer.clone().text();
  const files = await caches.open(FILES);
  await Promise.all([...namesIn(page)].map((name) => keepFile(files, name)));
  await (await caches.open(PAGES)).put(path, answer);
  return true;
}

const namesIn = (text: string) => new Set(text.match(/\/assets\/[\w.-]+\.(?:js|css|woff2)/g));

/** A name carries a hash of its content: once kept, it is right. */
async function keepFile(files: Cache, name: string): Promise<void> {
  if (await files.match(name)) return;
  const answer = await fetch(name);
  if (!answer.ok) return;
  await files.put(name, answer.clone());
  if (name.endsWith('.css')) {
    const fonts = namesIn(await answer.text());
    await Promise.all([...fonts].map((font) => keepFile(files, font)));
  }
}

async function forgetPage(path: string): Promise<void> {
  if (canKeep()) await (await caches.open(PAGES)).delete(path);
}

/**
 * Wipes what is not needed any more (rule 10): pages and sheets of another account, and those whose day is over once all
 * is sent. Marks that wait are kept for whoever made them: they name nobody who has a file.
 */
export async function tidy(me: string, now: number): Promise<void> {
  for (const { sessionId, by, path, keptUntil } of await storedSheets()) {
    const isOver = keptUntil < now && (await waitingMarks(me, sessionId)).length === 0;
    if (by !== me || isOver) await Promise.all([forgetSheet(sessionId), forgetPage(path)]);
  }
}

/** Wipes every page and sheet: somebody signed out. */
export async function forgetPages(): Promise<void> {
  if (!canKeep()) return;
  await Promise.all([caches.delete(PAGES), caches.delete(FILES)]);
  for (const { sessionId } of await storedSheets()) await forgetSheet(sessionId);
}
