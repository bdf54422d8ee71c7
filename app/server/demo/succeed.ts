/** What a command made; the demo's data are such that none refuses. */
export function succeed<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!isDone(outcome)) throw new Error(`the demo's data are refused: ${JSON.stringify(outcome)}`);
  return outcome;
}

function isDone<T extends { ok: boolean }>(outcome: T): outcome is Extract<T, { ok: true }> {
  return outcome.ok;
}
