import { db } from './client.server.ts';

let asked: Promise<string> | null = null;
let waiting: Promise<string> | null = null;

/**
 * What the database shows at a moment not before this call, in one comparable word: two equal answers mean that every
 * query gives the same rows, since PostgreSQL's snapshot names all transactions that may still change something (those
 * of the server's other databases too). All who ask while a question is on its way share the next one.
 */
export function committedState(): Promise<string> {
  if (asked === null) return ask();
  waiting ??= asked.then(ask, ask);
  return waiting;
}

function ask(): Promise<string> {
  waiting = null;
  const question = read().finally(() => {
    if (asked === question) asked = null;
  });
  asked = question;
  return question;
}

async function read(): Promise<string> {
  const rows = await db().$queryRaw<{ state: string }[]>`SELECT pg_current_snapshot()::text AS state`;
  const [row] = rows;
  if (!row) throw new Error('the database shows no snapshot');
  return row.state;
}
