import { useEffect } from 'react';
import { forgetPages } from './sheet-cache.ts';

/** After signing out: wipes the sheets this browser kept (rule 10). Marks that wait stay for whoever made them. */
export function ForgetSheets() {
  useEffect(() => void forgetPages().catch(() => undefined), []);
  return null;
}
