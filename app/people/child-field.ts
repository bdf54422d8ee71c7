import type { LabelRefusal } from './child-label.ts';

/** The field of a child's form that a refusal is about. */
export function childFieldOf(code: LabelRefusal | 'NOT_FOUND' | 'ALREADY_THERE'): 'prenom' | 'naissance' {
  switch (code) {
    case 'MONTH_WRONG':
    case 'MONTH_FUTURE':
    case 'GROWN_UP':
      return 'naissance';
    case 'LABEL_EMPTY':
    case 'LABEL_TOO_LONG':
    case 'LABEL_SURNAME':
    case 'NOT_FOUND':
    case 'ALREADY_THERE':
      return 'prenom';
  }
}
