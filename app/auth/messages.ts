import type { CodeOutcome, Limited } from '#app/auth/outcomes.ts';
import { plural } from '#app/time/french.ts';

type Refused = Exclude<CodeOutcome, { kind: 'signedIn' | 'choose' }>;

/** One sentence for each refusal of a code. */
export function codeRefusal(outcome: Refused, now: Date): string {
  switch (outcome.kind) {
    case 'wrong':
      return `Ce code n’est pas le bon. Il vous reste ${plural(outcome.left, 'essai', 'essais')}.`;
    case 'exhausted':
      return 'Trop d’essais avec un code faux. Demandez un nouveau code.';
    case 'stale':
      return 'Ce code n’est plus valable : il a servi, il a expiré, ou il a été demandé depuis un autre navigateur. Demandez un nouveau code.';
    case 'limited':
      return tooMany(outcome, now);
  }
}

/** "Trop de demandes pour le moment. Réessayez dans 12 minutes." */
export function tooMany({ retryAt }: Limited, now: Date): string {
  const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 60_000));
  return `Trop de demandes pour le moment. Réessayez dans ${plural(minutes, 'minute', 'minutes')}.`;
}
