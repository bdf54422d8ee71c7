/** Prefixes of mobile numbers beyond metropolitan France, and the country code each is reached under. */
const OVERSEAS: readonly (readonly [prefix: RegExp, code: string])[] = [
  [/^069[01]/, '590'],
  [/^069[23]/, '262'],
  [/^0694/, '594'],
  [/^069[67]/, '596'],
];

/** A French mobile number as gateways want it: "06 39 98 01 02" → "+33639980102"; null for a landline or anything else. */
export function mobileNumber(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/[\s.()-]/g, '').replace(/^(?:\+|00)(?:33|590|262|594|596)0?/, '0');
  if (!/^0[67]\d{8}$/.test(digits)) return null;
  const [, code = '33'] = OVERSEAS.find(([prefix]) => prefix.test(digits)) ?? [];
  return `+${code}${digits.slice(1)}`;
}
