/** What a mail server tells of a mail it could not deliver (RFC 3464). */
export type DeliveryReport = {
  /** Those of the mail itself, as far as the report names it. */
  messageIds: string[];
  /** Given up; else it is late, or arrived. */
  failed: boolean;
  /** "5.1.1 550 User unknown": one line, without the mail's content. */
  reason: string;
};

export type ReportPart = { type: string; text: string };

const REASON_LENGTH = 300;

/**
 * The report that a returned message holds; null when it is anything else, an absence notice for one.
 *
 * @param answers the Message-IDs it answers to: some servers name the mail nowhere else
 */
export function readReport(parts: readonly ReportPart[], answers: readonly string[]): DeliveryReport | null {
  const status = parts.find(({ type }) => type === 'message/delivery-status');
  if (!status) return null;
  const recipients = groupsOf(status.text).filter((group) => group.action !== undefined);
  const failed = recipients.find(({ action = '' }) => /^failed\b/i.test(action));
  const { status: code = '', 'diagnostic-code': said = '' } = failed ?? {};
  return {
    messageIds: [...new Set([...parts.flatMap(messageIdIn), ...answers])],
    failed: failed !== undefined,
    reason: `${code} ${said.replace(/^\s*smtp\s*;\s*/i, '')}`.trim().slice(0, REASON_LENGTH),
  };
}

const ORIGINALS = new Set(['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers']);

function messageIdIn({ type, text }: ReportPart): string[] {
  if (!ORIGINALS.has(type)) return [];
  const [headers] = groupsOf(text);
  return messageIdsIn(headers?.['message-id'] ?? '');
}

/** "<a@b>" in a header's value. */
export const messageIdsIn = (value: string): string[] => value.match(/<[^<>\s]+>/g) ?? [];

type Fields = Partial<Record<string, string>>;

/** Fields of each block, by their names in small letters; folded lines are one. */
function groupsOf(text: string): Fields[] {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n\s*\n/);
  return blocks.map((block) => {
    const fields: Fields = {};
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const [, name, value = ''] = /^([\w-]+):(.*)$/.exec(line) ?? [];
      if (name !== undefined) fields[name.toLowerCase()] ??= value.trim();
    }
    return fields;
  });
}
