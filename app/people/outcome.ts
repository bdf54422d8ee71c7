/** What a command answers: done, with what it made, or the reason why the domain says no. */
export type Outcome<Done, Refusal extends { code: string }> = ({ ok: true } & Done) | { ok: false; refusal: Refusal };

/** The domain says no. */
export function refuse<Refusal extends { code: string }>(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal };
}
