import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { describe, expect, it } from 'vitest';

import addresses from '#app/routes.ts';
import { type Addressed, sectionsOf } from '#app/server/route-sections.ts';

/** As the framework lists them: one table, each route naming the one around it. */
function table(entries: readonly RouteConfigEntry[], parentId: string): Addressed[] {
  return entries.flatMap(({ file, path, children }) => [
    { id: file, parentId, ...(path === undefined ? {} : { path }) },
    ...table(children ?? [], file),
  ]);
}

const all: Addressed[] = [{ id: 'root', path: '' }, ...table(addresses, 'root')];
const routes = Object.fromEntries(all.map((route) => [route.id, route]));
const sectionAt = sectionsOf(routes);

interface Node {
  id: string;
  path: string;
  children: Node[];
}

const treeOf = (ids: ReadonlySet<string> | null, parentId?: string): Node[] =>
  all
    .filter((route) => route.parentId === parentId && (ids?.has(route.id) ?? true))
    .map(({ id, path = '' }) => ({ id, path, children: treeOf(ids, id) }));

const everything = treeOf(null);
/** The files that answer, outermost first. */
const answering = (tree: Node[], address: string) => matchRoutes(tree, address)?.map(({ route }) => route.id);

const patterns = all.map(({ path }) => path ?? '').filter((path) => path !== '*');
const asked = patterns.flatMap((path) => {
  const address = `/${path.replaceAll(/:\w+/g, 'b7')}`;
  return [address, `${address.toUpperCase()}/`, `${address}/plus/loin`];
});

describe('the section of an address', () => {
  it('answers with the same routes as all of them together', () => {
    for (const address of [...asked, '/', '/inconnu', '/animation/inconnu', '/inconnu/seances', '/*', '/:id']) {
      const section = treeOf(sectionAt(address)?.ids() ?? null);
      expect(answering(section, address), address).toEqual(answering(everything, address));
    }
  });

  it('is the same for a page and for its data', () => {
    for (const address of patterns.map((path) => `/${path}`)) {
      expect(sectionAt(`${address}.data`)?.key).toBe(sectionAt(address)?.key);
    }
    expect(sectionAt('/_root.data')?.ids()).toContain('routes/accueil.tsx');
  });

  it('leaves to the framework what it alone can read', () => {
    for (const address of ['/%61ctivites', '//activites', '/__manifest']) expect(sectionAt(address)).toBeNull();
  });

  it('is one of few, and small', () => {
    const keys = new Set([...asked, ...Array.from({ length: 500 }, (_, n) => `/x${n}/y${n}`)].map(keyOf));
    expect(keys.size).toBeLessThan(150);
    expect(sectionAt('/seances/1/inscription')?.ids().size).toBeLessThan(10);
    expect(sectionAt('/animation/seances/1')?.ids().size).toBeLessThan(60);
  });
});

const keyOf = (address: string) => sectionAt(address)?.key;
