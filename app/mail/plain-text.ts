export type TextPart = { words: string; href: string | null };

/** A plain text cut where its addresses begin and end, so that they can be followed. */
export function textParts(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((words, index) => ({ words, href: index % 2 === 1 ? words : null }))
    .filter(({ words }) => words !== '');
}
