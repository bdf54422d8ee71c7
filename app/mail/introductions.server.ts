import { db, type DbOrTx } from '#app/db/client.server.ts';
import { isIntroducible } from '#app/mail/introducible.ts';
import { isConfidential, type MailContent, type TemplateName } from '#app/mail/templates.ts';

/** What is put above this mail in its collectivité; null: nothing, or the mail is confidential. */
export async function introductionOf(collectiviteId: string | null, content: MailContent): Promise<string | null> {
  if (collectiviteId === null || !isIntroducible(content.template) || isConfidential(content)) return null;
  const last = await lastIntroduction(db(), collectiviteId, content.template);
  return last === '' ? null : last;
}

/** The words in force; '' when there are none. */
export async function lastIntroduction(
  client: DbOrTx,
  collectiviteId: string,
  template: TemplateName,
): Promise<string> {
  const row = await client.mailIntroduction.findFirst({
    where: { collectiviteId, template },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { text: true },
  });
  return row?.text ?? '';
}
