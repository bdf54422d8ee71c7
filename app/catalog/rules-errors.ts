import { rowsOf, type Fields } from './form-fields.ts';

/** The form's control to which a schema's issue belongs, by its path in the rules. */
export function controlAt(path: readonly PropertyKey[], fields: Fields): string {
  const [rule = '', ...rest] = path.map(String);
  const [key = '', ...deeper] = rest;
  switch (rule) {
    case 'opening':
    case 'closing':
      return inDated(rule, rest, fields);
    case 'who':
      if (key === 'othersFrom') return inDated('who.others', deeper, fields);
      if (key === 'otherKindsFrom') return inDated('who.otherKinds', deeper, fields);
      return key === 'communeIds' ? 'who.communes' : `who.${key}`;
    case 'quotas':
      return inRow(rule, 'most', rest, fields);
    case 'conditions':
      return inRow(rule, 'words', rest, fields);
    case 'minimum':
      return key === 'decision' ? inDated('minimum.decision', deeper, fields) : 'minimum.adults';
    case 'children':
      return `children.${fields.get('children')}.perAdult`;
    case 'priority':
      return `priority.${fields.get('priority')}.${key === 'communeIds' ? 'communes' : key}`;
    case 'offerHours':
      return 'offerHours.hours';
    default:
      return rule;
  }
}

/** In a rule that has a type, whose fields are `prefix.<type>.…`. */
export function inDated(prefix: string, [key, ...rest]: readonly string[], fields: Fields): string {
  if (key === undefined || key === 'type') return prefix;
  if (key === 'table') return [`${prefix}.weekdayTable`, ...rest].join('.');
  if (key === 'otherwise') return inDated(`${prefix}.weekdayTable.otherwise`, rest, fields);
  return key === 'instant' ? `${prefix}.at.date` : `${prefix}.${fields.get(prefix)}.${key}`;
}

/** Rows left empty are not read: the third rule may stand in the fifth row. */
function inRow(prefix: string, named: string, [index, key = named]: readonly string[], fields: Fields): string {
  if (index === undefined) return prefix;
  return `${prefix}.${rowsOf(fields, prefix, named)[Number(index)]}.${key}`;
}
