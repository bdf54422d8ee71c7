/** A form as the browser sends it and as a page draws it again: names and texts, nothing else. */
export type Fields = URLSearchParams;

/** The whole number typed; NaN when there is none, for the schema to refuse. */
export function numberOf(fields: Fields, name: string): number {
  const text = (fields.get(name) ?? '').trim().replace(',', '.');
  return text === '' ? Number.NaN : Number(text);
}

/** "9:30", "9h30", "9 h" as `09:30`; else as typed, for the schema to refuse. */
export function timeOf(fields: Fields, name: string): string {
  const text = (fields.get(name) ?? '').trim();
  const [, hours, minutes = '00'] = /^(\d{1,2})\s*(?:h|:)\s*(\d{2})?$/i.exec(text) ?? [];
  return hours === undefined ? text : `${hours.padStart(2, '0')}:${minutes}`;
}

/** The option chosen among these; null: none of them. */
export function choiceOf<Option extends string | number>(
  fields: Fields,
  name: string,
  options: readonly Option[],
): Option | null {
  const text = fields.get(name) ?? '';
  return options.find((option) => String(option) === text) ?? null;
}

/** The numbers of the rows `prefix.0.…`, `prefix.1.…` in which something is written in `key`, in order. */
export function rowsOf(fields: Fields, prefix: string, key: string): number[] {
  const rows = [...fields.keys()].flatMap((name) => {
    const [, row] = name.startsWith(`${prefix}.`) ? (/\.(\d{1,3})\.(\w+)$/.exec(name) ?? []) : [];
    return row !== undefined && name === `${prefix}.${row}.${key}` ? [Number(row)] : [];
  });
  return [...new Set(rows)]
    .filter((row) => (fields.get(`${prefix}.${row}.${key}`) ?? '').trim() !== '')
    .sort((a, b) => a - b);
}

/** The texts a form holds; its files are no fields. */
export function fieldsOf(form: Iterable<[string, unknown]>): Fields {
  return new URLSearchParams([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
