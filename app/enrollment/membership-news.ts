/** What changed for her beside her dates, said in the mail that tells them: a title, then sentences. */
export type MembershipNews = { title: string; lines: string[] };

/** As the database holds it; null: nothing, or nothing readable. */
export function storedNews(stored: unknown): MembershipNews | null {
  if (typeof stored !== 'object' || stored === null || !('title' in stored) || !('lines' in stored)) return null;
  const { title, lines } = stored;
  if (typeof title !== 'string' || !Array.isArray(lines)) return null;
  return { title, lines: lines.filter((line) => typeof line === 'string') };
}
