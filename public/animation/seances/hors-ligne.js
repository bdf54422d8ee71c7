/*
 * The sheet without network. This worker sees the pages under /animation/seances/ alone. Pages are kept by the sheet itself
 * (app/routes/animation/sheet-cache.ts), each with its headers: the policy a kept page bears names the nonce of its own
 * scripts. What a page shows of people is therefore kept only while the tablet needs it, and wiped by the sheet.
 */
const PAGES = 'ribambelle-feuilles';
const FILES = 'ribambelle-fichiers';
const SHEET = /^\/animation\/seances\/(?:[0-9a-f-]{36}\/emargement|feuilles)$/;
const PATIENCE_MS = 4_000;
const LOOSE = { ignoreVary: true, ignoreSearch: true };

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (SHEET.test(pathname)) event.respondWith(page(request));
  } else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
  else if (pathname === '/__manifest') event.respondWith(fetch(request).catch(() => Response.json({})));
});

/** The network's, when it answers soon; else the one kept. */
async function page(request) {
  const cache = await caches.open(PAGES);
  const kept = await cache.match(request, LOOSE);
  try {
    const answer = await (kept ? soon(fetch(request)) : fetch(request));
    if (answer.status >= 500 && kept) return kept;
    if (kept && answer.ok && !answer.redirected) await cache.put(new URL(request.url).pathname, answer.clone());
    return answer;
  } catch {
    return kept ?? nothing();
  }
}

function soon(promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS));
  return Promise.race([promise, late]);
}

/** Names carry a hash: what is kept is right. */
async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request, LOOSE);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && (await caches.has(PAGES))) await cache.put(request, answer.clone());
  return answer;
}

function nothing() {
  const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hors connexion · Ribambelle</title><main><h1>Pas de réseau</h1>
<p>Cette feuille n’a pas été ouverte ni préparée sur cette tablette avant la coupure.</p>
<p><a href="">Réessayer</a></p></main></html>`;
  return new Response(body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
