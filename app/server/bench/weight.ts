import { get } from 'node:http';
import type { Figure } from './figure.ts';

/** The script of a Remix page that holds nothing, compressed (react, react-dom, router, Remix), and what may be added. */
const EMPTY_BYTES = 86_000;
const ALLOWANCE_BYTES = 35_000;

/**
 * Bytes over the wire, compressed, for the first visit to the catalogue with all its files, then for enrolling: the
 * session, its form and what they need that the browser does not hold yet.
 */
export async function weightFigures(address: string, session: string, cookie: string): Promise<Figure[]> {
  const held = new Set<string>();
  const visit = await weigh(address, ['/activites'], cookie, held);
  const enrolling = await weigh(address, [`/seances/${session}`, `/seances/${session}/inscription`], cookie, held);
  const shared = { unit: 'o', aim: { most: 1 } };
  const allowed = EMPTY_BYTES + ALLOWANCE_BYTES;
  return [
    {
      ...shared,
      name: 'poids, première visite',
      against: 'page vide de l’outil (86 ko) et 35 ko',
      ours: visit.page + visit.script,
      theirs: allowed,
      ratio: (visit.page + visit.script) / allowed,
      note: `pages et styles ${visit.page} o, script ${visit.script} o ; polices, gardées un an : ${visit.font} o`,
    },
    {
      ...shared,
      name: 'poids, inscription',
      against: '35 ko',
      ours: enrolling.page + enrolling.script,
      theirs: ALLOWANCE_BYTES,
      ratio: (enrolling.page + enrolling.script) / ALLOWANCE_BYTES,
    },
  ];
}

async function weigh(address: string, paths: readonly string[], cookie: string, held: Set<string>) {
  const bytes = { page: 0, script: 0, font: 0 };
  for (const path of paths) {
    const page = await download(`${address}${path}`, cookie);
    bytes.page += page.wire;
    bytes.script += (await download(`${address}${discovery(page.text)}`, cookie)).wire;
    for (const asset of loadedBy(page.text)) {
      if (held.has(asset)) continue;
      held.add(asset);
      const { wire, text } = await download(`${address}${asset}`, cookie);
      bytes[asset.endsWith('.js') ? 'script' : asset.endsWith('.woff2') ? 'font' : 'page'] += wire;
      if (!asset.endsWith('.css')) continue;
      for (const font of assetsIn(text).filter((one) => one.endsWith('.woff2') && !held.has(one))) {
        held.add(font);
        bytes.font += (await download(`${address}${font}`, cookie)).wire;
      }
    }
  }
  return bytes;
}

const assetsIn = (text: string) => [...new Set(text.match(/\/assets\/[\w.-]+\.(?:js|css|woff2)/g) ?? [])];

/** A page also names, in its list of routes, files that the browser loads only for the next page. */
const loadedBy = (page: string) => assetsIn((page.match(/(?:href=|from |import )"\/assets\/[^"]+"/g) ?? []).join(' '));

/** Once the page stands, the framework asks what the addresses of its links are made of. */
function discovery(page: string): string {
  const links = (page.match(/<a [^>]*data-discover="true"[^>]*>/g) ?? []).map(
    (link) => /href="([^"?#]+)/.exec(link)?.[1],
  );
  const asked = [...new Set(links.filter((path) => path !== undefined))].sort().map((path) => ['p', path]);
  const version = /"version":\s*"(\w+)"/.exec(page)?.[1] ?? '';
  return `/__manifest?${String(new URLSearchParams([...asked, ['version', version]]))}`;
}

/** What a server sends, as counted on the wire, and its text. */
async function download(url: string, cookie: string): Promise<{ wire: number; text: string }> {
  const wire = await new Promise<number>((resolve, reject) => {
    get(url, { headers: { cookie, 'accept-encoding': 'gzip, deflate, br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength)).once('end', () => resolve(bytes));
      if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`));
    }).once('error', reject);
  });
  return { wire, text: await (await fetch(url, { headers: { cookie } })).text() };
}
