/** "1 234,50 €" for an amount in cents. */
export function euros(cents: number): string {
  const whole = Math.floor(Math.abs(cents) / 100);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return `${cents < 0 ? '-' : ''}${grouped},${rest}\u00a0€`;
}

/** The cents of "12,50", "1 234.5 €" or "80"; null for what is no amount. */
export function centsOf(typed: string): number | null {
  const bare = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(bare);
  if (!found) return null;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}

/** "12,50": an amount as a field holds it; '' for none. */
export function amountTyped(cents: number | null): string {
  if (cents === null) return '';
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

/** "2 h", "1 h 30", "45 min" for minutes. */
export function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
