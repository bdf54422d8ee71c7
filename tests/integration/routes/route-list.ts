import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type ListedRoute = { readonly path: string; readonly file: string };

/** The addresses of app/routes.ts, also those whose file is not written. The home page is ''. */
export function listedRoutes(): ListedRoute[] {
  const source = readFileSync(resolve('app/routes.ts'), 'utf8');
  const calls = source.matchAll(/\b(?:index\(|route\(\s*'([^']+)',)\s*'([^']+)'/g);
  return [...calls].map(({ 1: path = '', 2: file = '' }) => ({ path, file }));
}
