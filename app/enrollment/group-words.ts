/** "le groupe du mardi", "le demi-groupe A", "le groupe « Les papillons »": a group inside a sentence. */
export function groupInWords(name: string): string {
  return /^(demi-)?groupe\b/i.test(name)
    ? `le ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : `le groupe « ${name} »`;
}
