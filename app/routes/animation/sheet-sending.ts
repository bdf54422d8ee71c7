import type { SheetState } from '#app/attendance/sheet.ts';
import { sheetPath } from './sheet-paths.ts';
import { forgetMarks, waitingMarks } from './sheet-store.ts';

export type Sending =
  | { result: 'sent'; state: SheetState | null; refused: number }
  /** No network, or the server does not answer: later. */
  | { result: 'offline' }
  /** Her session has expired: the marks wait for her to sign in. */
  | { result: 'signIn' }
  /** The session was moved to a day to come: the marks wait for it. */
  | { result: 'notYet'; date: string }
  /** Not her sheet any more: the marks wait. */
  | { result: 'refused' };

const AT_ONCE = 100;
const PATIENCE_MS = 15_000;

type Answer = { me?: string; answers?: { id: string; outcome: string }[]; state?: SheetState; date?: string };

/** Sends what waits of a sheet, oldest first, and learns what colleagues marked. Sending twice is harmless. */
export async function exchange(sessionId: string, me: string): Promise<Sending> {
  let refused = 0;
  for (;;) {
    const queued = (await waitingMarks(me, sessionId)).slice(0, AT_ONCE);
    const answer = await ask(sessionId, queued.length > 0 ? queued.map(({ mark }) => mark) : null);
    if (answer === null) return { result: 'offline' };
    if (answer.status === 401 || (answer.status === 200 && answer.body.me !== me)) return { result: 'signIn' };
    if (answer.status >= 500) return { result: 'offline' };
    const { date } = answer.body;
    if (answer.status === 409 && date !== undefined) return { result: 'notYet', date };
    if (answer.status !== 200) return { result: 'refused' };
    const { answers = [], state = null } = answer.body;
    await forgetMarks(answers.map(({ id }) => id));
    refused += answers.filter(({ outcome }) => outcome === 'REFUSED').length;
    if (queued.length < AT_ONCE) return { result: 'sent', state, refused };
  }
}

/** Sends whatever this account left on the tablet, sheet by sheet; how many marks still wait. */
export async function sendLeft(me: string): Promise<number> {
  const sheets = new Set((await waitingMarks(me)).map(({ sessionId }) => sessionId));
  for (const sessionId of sheets) await exchange(sessionId, me);
  return (await waitingMarks(me)).length;
}

async function ask(
  sessionId: string,
  marks: readonly unknown[] | null,
): Promise<{ status: number; body: Answer } | null> {
  const init = marks && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ marks }),
  };
  try {
    const answer = await fetch(sheetPath(sessionId, 'marques'), {
      ...init,
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    const isJson = answer.headers.get('Content-Type')?.startsWith('application/json') ?? false;
    const body: unknown = isJson ? await answer.json() : {};
    return { status: answer.status, body: isAnswer(body) ? body : {} };
  } catch {
    return null;
  }
}

/** The server's own JSON: any object of it will do. */
function isAnswer(body: unknown): body is Answer {
  return typeof body === 'object' && body !== null;
}
