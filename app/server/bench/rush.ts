import { Agent, request } from 'node:http';
import { alternate } from './alternate.ts';
import { bareRush, createBareTables } from './bare.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Figure } from './figure.ts';
import { addRushSession, PLACES } from './rush-session.ts';
import { signInAms } from './sessions.ts';

const AMS = 200;
const ROUNDS = 5;
/** As many browsers at once. */
const SOCKETS = 50;
const FORM = 'bande-18=1&souhait=ASK';

/**
 * 200 AMs post the form of one session of 12 places at once, over HTTP, against the bare transaction. Throws when one
 * of them has no definite answer, or places are overbooked.
 */
export async function rushFigure({ address, pool, engine }: DemoWorld): Promise<Figure> {
  const cookies = await signInAms(pool, AMS, address);
  await createBareTables(pool);
  let days = 20;
  const ours = async () => {
    const session = await addRushSession(pool, (days += 1));
    const rate = await rush(`${address}/seances/${session}/inscription`, cookies);
    await verify(pool, session);
    return rate;
  };
  const measured = await alternate(ROUNDS, ours, () => bareRush(pool, AMS, engine));
  const against = `verrou, compte, insertion par pg ; ${await durability(pool, engine)}`;
  const note = '0 place en trop, 0 perdue';
  return { name: 'ruée d’inscriptions', against, unit: 'inscriptions/s', ...measured, aim: { least: 0.35 }, note };
}

async function rush(url: string, cookies: readonly string[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: SOCKETS });
  const start = performance.now();
  const answers = await Promise.all(cookies.map((cookie) => post(url, cookie, agent)));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const odd = answers.filter((status) => status !== 303);
  if (odd.length > 0) throw new Error(`the rush was answered ${[...new Set(odd)].join(', ')} (${odd.length} times)`);
  return cookies.length / seconds;
}

function post(url: string, cookie: string, agent: Agent): Promise<number> {
  const { origin } = new URL(url);
  const headers = {
    cookie,
    origin,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': FORM.length,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject).end(FORM);
  });
}

async function verify(pool: DemoWorld['pool'], session: string): Promise<void> {
  const { rows } = await pool.query<{ held: number; all: number; mails: number }>(
    `SELECT count(*) FILTER (WHERE state IN ('REQUESTED', 'OFFERED', 'CONFIRMED'))::int AS held, count(*)::int AS all,
            (SELECT count(*)::int FROM "OutgoingMail" m
              WHERE m.props ->> 'enrollmentId' = ANY(array_agg(e.id::text))) AS mails
       FROM "Enrollment" e WHERE "sessionId" = $1`,
    [session],
  );
  const [found] = rows;
  if (found?.held !== PLACES) throw new Error(`${found?.held} places taken of ${PLACES}`);
  if (found.all !== AMS || found.mails !== AMS) throw new Error(`${AMS} AMs, ${found.all} kept, ${found.mails} told`);
}

/** A server that does not wait for its disk flatters the bare transaction most. */
async function durability(pool: DemoWorld['pool'], engine: DemoWorld['engine']): Promise<string> {
  if (engine === 'embedded') return 'moteur embarqué';
  const { rows } = await pool.query<{ fsync: string }>('SHOW fsync');
  return rows[0]?.fsync === 'on' ? 'écritures durables' : 'sans attendre le disque (fsync off)';
}
