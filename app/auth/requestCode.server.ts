import { setTimeout } from 'node:timers/promises';

import { accountsOf } from '#app/auth/accounts.server.ts';
import { CODE_MINUTES } from '#app/auth/code.ts';
import { countAttempt } from '#app/auth/countAttempt.server.ts';
import { LIMITS } from '#app/auth/limits.ts';
import type { RequestOutcome } from '#app/auth/outcomes.ts';
import { returnQuery } from '#app/auth/safe-return.ts';
import { fingerprint, randomCode, randomToken } from '#app/auth/secrets.server.ts';
import { inTransaction } from '#app/db/inTransaction.server.ts';
import { enqueueMail } from '#app/mail/enqueueMail.server.ts';

export type CodeRequest = {
  /** Lower case. */
  email: string;
  /** What the code cookie held; null for a browser that asks for the first time. */
  browser: string | null;
  /** The network address of the asking browser. */
  address: string;
  /** Where the link leads after sign-in, when it is a path of this site. */
  retour: string | null;
};

/** Longer than either path takes: the answer comes after the same time for a known and an unknown address. */
const FLOOR_MS = 250;

/**
 * Mails a code and a link, both of one use and ten minutes, the code bound to the asking browser. To an address
 * without account nothing is sent, and nothing in the outcome tells.
 */
export async function requestCode(input: CodeRequest, now: Date): Promise<RequestOutcome> {
  const [outcome] = await Promise.all([answer(input, now), setTimeout(FLOOR_MS)]);
  return outcome;
}

async function answer(input: CodeRequest, now: Date): Promise<RequestOutcome> {
  const limited =
    (await countAttempt(LIMITS.requestsOfAddress, input.address, now)) ??
    (await countAttempt(LIMITS.requestsForEmail, input.email, now));
  return limited ?? issue(input, now);
}

/** An unknown address gets its row too: wrong codes are then answered alike. */
async function issue({ email, browser: known, retour }: CodeRequest, now: Date): Promise<RequestOutcome> {
  const browser = known ?? randomToken();
  const code = randomCode();
  const token = randomToken();
  await inTransaction(undefined, async (tx) => {
    await tx.loginCode.create({
      data: {
        email,
        codeHash: fingerprint('code', code),
        linkHash: fingerprint('link', token),
        browserHash: fingerprint('browser', browser),
        createdAt: now,
        expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      },
    });
    const accounts = await accountsOf(email, now, tx);
    const [first] = accounts;
    if (first === undefined) return;
    const whose = accounts.length === 1 ? first.actor : { collectiviteId: null, personId: null };
    const link = `/connexion/${token}${returnQuery(retour)}`;
    const { collectiviteId, personId } = whose;
    await enqueueMail(tx, { collectiviteId, personId, to: email, template: 'login-code', props: { code, link }, now });
  });
  return { kind: 'sent', browser };
}
