import { request } from 'node:http';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, freePort, launch, temporaryFolder } from './application.ts';

const LONG = 260_000;
const RETURNS = 'jeton-des-courriels-retournes';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let application: Application;

async function start(env: Record<string, string> = {}): Promise<Application> {
  const started = launch('start.mjs', [], { PORT: String(await freePort()), DATA_DIR: folder.path, ...env });
  return started;
}

beforeAll(async () => {
  folder = await temporaryFolder();
  application = await start({ METRICS_TOKEN: 'jeton', MAIL_RETURN_TOKEN: RETURNS, NOW: '2026-11-24T08:00:00Z' });
  await application.ready();
}, LONG);

afterAll(async () => {
  application.signal('SIGKILL');
  await application.ended();
  await folder.remove();
});

/** The sentence; lines of progress may stand before it. */
function lastLine(ended: Application): string {
  return ended.said().trim().split('\n').at(-1) ?? '';
}

function post(headers: Record<string, string>, body = 'x=1'): Promise<Response> {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return fetch(`${application.address}/deconnexion`, {
    method: 'POST',
    headers: { ...form, ...headers },
    body,
    redirect: 'manual',
  });
}

describe('probes', () => {
  it('answer', async () => {
    expect(await (await fetch(`${application.address}/healthz`)).text()).toBe('ok\n');
    expect((await fetch(`${application.address}/readyz`)).status).toBe(200);
  });

  it('give measures to whoever holds the token', async () => {
    const { address } = application;
    const bearer = await fetch(`${address}/metrics`, { headers: { Authorization: 'Bearer jeton' } });
    expect(await bearer.text()).toContain('ribambelle_http_request_duration_seconds_count');
    expect((await fetch(`${address}/metrics?token=jeton`)).status).toBe(200);
    expect((await fetch(`${address}/metrics?token=autre`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
  });
});

describe('mails that come back', () => {
  const hand = (token: string, body: string) =>
    fetch(`${application.address}/courriels-retournes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body,
    });

  it('are taken from whoever holds the token, whatever they are', async () => {
    const taken = await hand(RETURNS, 'Subject: Absence\r\n\r\nJe rentre lundi.\r\n');
    expect([taken.status, await taken.text()]).toEqual([200, 'sans suite : ce n’est pas un avis de non-remise\n']);
    expect((await hand('autre', 'x')).status).toBe(403);
    expect((await hand(RETURNS, 'x'.repeat(2_200_000))).status).toBe(413);
    expect(application.said()).toContain('"returned":"no report"');
    expect(application.said()).not.toContain(RETURNS);
  });
});

describe('headers', () => {
  it('protect every page, with a nonce of its own', async () => {
    const [first, second] = await Promise.all([fetch(`${application.address}/`), fetch(`${application.address}/`)]);
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    expect(policy).not.toContain('unsafe-eval');
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    const html = await first.text();
    for (const [script] of html.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(first.headers.get('permissions-policy')).toContain('geolocation=()');
    expect(first.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(first.headers.has('strict-transport-security')).toBe(false);
    expect(first.headers.has('x-powered-by')).toBe(false);
    await second.text();
  });

  it('let browsers keep assets for ever', async () => {
    const html = await (await fetch(`${application.address}/`)).text();
    const asset = /\/assets\/[\w.-]+\.js/.exec(html)?.[0] ?? '';
    const answer = await fetch(application.address + asset);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${application.address}/assets/inconnu.js`)).status).toBe(404);
  });

  it('send assets as the build compressed them, whole to those who cannot read that', async () => {
    const html = await (await fetch(`${application.address}/`)).text();
    const ask = (path: string, encoding: string) =>
      fetch(application.address + path, { headers: { 'Accept-Encoding': encoding } });
    for (const [file, type] of [
      [/\/assets\/ui-[\w-]+\.js/, 'application/javascript'],
      [/\/assets\/styles-[\w-]+\.css/, 'text/css'],
    ] as const) {
      const path = file.exec(html)?.[0] ?? '';
      const small = await ask(path, 'gzip, br');
      const whole = await ask(path, 'identity');
      expect(small.headers.get('content-encoding')).toBe('br');
      expect(small.headers.get('content-type')).toMatch(type);
      expect(small.headers.get('vary')).toContain('Accept-Encoding');
      expect(whole.headers.get('content-encoding')).toBeNull();
      expect(whole.headers.get('content-type')).toMatch(type);
      expect(await small.text()).toBe(await whole.text());
    }
    expect((await ask('/assets/inconnu.js', 'br')).status).toBe(404);
    expect((await ask('/assets/..%2f..%2fserver%2findex.js', 'br')).status).toBeGreaterThanOrEqual(400);
  });

  it.each(['/activites', '/connexion', '/demande-acces'])(
    'ask no heavy part of the team’s pages for %s',
    async (page) => {
      const html = await (await fetch(application.address + page)).text();
      const loaded = [...new Set(html.match(/(?<=href=")\/assets\/[\w.-]+\.(?:js|css)/g))];
      expect(loaded.some((path) => path.includes('/ui-'))).toBe(true);
      const sizes = await Promise.all(
        loaded.map(async (path) => {
          const headers = { 'Accept-Encoding': 'br' };
          return (await fetch(application.address + path, { method: 'HEAD', headers })).headers.get('content-length');
        }),
      );
      expect(sizes.reduce((sum, size) => sum + Number(size), 0)).toBeLessThan(110_000);
    },
  );
});

describe('forms', () => {
  it('of another site are refused with a French page', async () => {
    const answer = await post({ Origin: 'https://mechant.example' });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<html lang="fr">');
    expect((await post({})).status).toBe(403);
    expect((await post({ Origin: application.address, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('of its own pages pass, under both names of this machine', async () => {
    expect((await post({ Origin: application.address })).status).not.toBe(403);
    expect((await post({ Origin: `http://localhost:${application.port}` })).status).toBeLessThan(400);
  });

  it('have a size', async () => {
    expect((await post({ Origin: application.address }, 'x'.repeat(1_000_001))).status).toBe(413);
    expect(await postWithoutLength(application)).toBe(411);
  });
});

function postWithoutLength({ port, address }: Application): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { Origin: address, 'Transfer-Encoding': 'chunked' };
    const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/connexion', headers }, (answer) => {
      resolve(answer.statusCode);
      answer.resume();
    });
    sent.on('error', reject).end('x=1');
  });
}

describe('the log', () => {
  it('tells a request without what it must not tell', async () => {
    const secret = 'jeton-tres-secret';
    await fetch(`${application.address}/connexion/${secret}?courriel=${secret}`, {
      headers: { Cookie: `a=${secret}` },
    });
    await expect.poll(application.said).toContain('/connexion/[masqué]?courriel');
    expect(application.said()).not.toContain(secret);
    expect(application.said()).not.toContain('127.0.0.1');
  });
});

it('keeps its secret for its owner alone', async () => {
  const { mode } = await stat(join(folder.path, 'session-secret'));
  expect(mode & 0o777).toBe(0o600);
});

it(
  'refuses a second process on the same data, in a sentence',
  async () => {
    const second = await start();
    expect(await second.ended()).toBe(1);
    expect(lastLine(second)).toMatch(/déjà ouverte par le processus \d+/);
  },
  LONG,
);

it(
  'refuses a port already taken, in a sentence',
  async () => {
    const second = await start({ PORT: String(application.port), DATA_DIR: join(folder.path, 'autre') });
    expect(await second.ended()).toBe(1);
    expect(lastLine(second)).toBe(
      `Le port ${application.port} est déjà pris : arrêtez l’autre application ou donnez un autre PORT.`,
    );
  },
  LONG,
);

it(
  'refuses a wrong environment, in a sentence',
  async () => {
    const second = await start({ DEMO: 'oui' });
    expect(await second.ended()).toBe(1);
    expect(lastLine(second)).toBe('DEMO vaut 0 ou 1 : « oui » ne convient pas.');
  },
  LONG,
);

it(
  'serves commands beside it',
  async () => {
    const doctor = launch('command.mjs', ['doctor'], { DATA_DIR: folder.path });
    const code = await doctor.ended();
    expect(doctor.said()).toContain('La base est saine');
    expect(code).toBe(0);
    const unknown = launch('command.mjs', ['danser'], { DATA_DIR: folder.path });
    expect(await unknown.ended()).toBe(1);
    expect(lastLine(unknown)).toBe('Commande inconnue : « danser ».');
  },
  LONG,
);

it(
  'stops cleanly, then never shows the demo as a real installation',
  async () => {
    application.signal('SIGTERM');
    expect(await application.ended()).toBe(0);
    expect(application.said().trim().endsWith('Arrêt en cours…')).toBe(true);
    const real = await start({ DEMO: '0' });
    expect(await real.ended()).toBe(1);
    expect(lastLine(real)).toMatch(/^DEMO=0, mais cette base contient la démonstration/);
  },
  LONG,
);
