import { redirect, type AppLoadContext } from '@remix-run/node';
import { leaveFlash } from '#app/auth/flash.server.ts';
import type { Answer } from '#app/enrollment/answers.ts';

/** Back to a session's desk, which says what was done. */
export function toDesk(
  { appUrl }: Pick<AppLoadContext, 'appUrl'>,
  sessionId: string,
  answer: Extract<Answer, { kind: 'done' }>,
) {
  const headers = { 'Set-Cookie': leaveFlash(answer, appUrl) };
  return redirect(`/animation/seances/${sessionId}`, { status: 303, headers });
}
