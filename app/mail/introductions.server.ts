import { db, type DbOrTx } from '#app/db/client.server.ts';
import { KIND_OF } from '#app/mail/message-kinds.ts';
import { isConfidential, type MailContent, type TemplateName } from '#app/mail/templates.ts';

/** The longest introduction, in signs. */
export const INTRODUCTION_MOST = 600;

/** May words be put above this mail? Not above a code, nor what is about the team's own work. */
export function mayIntroduce(template: TemplateName): boolean {
  return KIND_OF[template] !== null || template === 'access-opened';
}

/** What is put above this mail in its collectivité; null: nothing, or the mail is confidential. */
export async function introductionOf(collectiviteId: string | null, content: MailContent): Promise<string | null> {
  if (collectiviteId === null || !mayIntroduce(content.template) || isConfidential(content)) return null;
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
