/** E-mail addresses are compared and kept in lower case. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** "0639980102", "+33 6 39 98 01 02" → "06 39 98 01 02"; null for what is no French telephone number. */
export function normalPhone(phone: string): string | null {
  const digits = phone
    .replace(/[\s.()-]/g, '')
    .replace(/^(\+|00)33/, '0')
    .replace(/^00/, '0');
  return /^0[1-9]\d{8}$/.test(digits) ? digits.replace(/(\d\d)(?=\d)/g, '$1 ') : null;
}
