import type { Tx } from '#app/db/client.server.ts';
import type { TemplateName } from '#app/mail/templates.ts';

export type IntroductionInput = { collectiviteId: string; template: TemplateName; text: string; byId: string | null };

/** The words in force from now on, in the caller's transaction; the former ones stay as history. */
export async function saveIntroduction(tx: Tx, input: IntroductionInput, now: Date): Promise<void> {
  await tx.mailIntroduction.create({ data: { ...input, at: now } });
}
