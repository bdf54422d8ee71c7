import type { AppLoadContext } from '@remix-run/node';
import { saidAt } from '#app/auth/flash.server.ts';
import type { Answer } from '#app/enrollment/answers.ts';

/** Back to a session's desk, which says what was done. */
export function toDesk(
  context: Pick<AppLoadContext, 'appUrl'>,
  sessionId: string,
  answer: Extract<Answer, { kind: 'done' }>,
) {
  return saidAt(`/animation/seances/${sessionId}`, answer, context);
}
