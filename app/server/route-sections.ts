/** A route as far as addresses go. */
export interface Addressed {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
}

/** The routes that may answer an address. */
export interface Section {
  /** one of few, whatever addresses are asked */
  readonly key: string;
  /** read once a section */
  ids(): ReadonlySet<string>;
}

/** How many segments of an address choose its section. */
const DEPTH = 2;

/**
 * Tells for an address which routes its first two segments allow, those around them included; addresses unlike any of
 * ours share one section. Null: what the framework alone knows how to read, to be compared with every route.
 */
export function sectionsOf(routes: Readonly<Record<string, Addressed>>): (pathname: string) => Section | null {
  const leaves = leavesOf(routes);
  const named = new Set(leaves.flatMap(({ segments }) => segments.map((_, at) => segments.slice(0, at + 1).join('/'))));
  return (pathname) => {
    if (/%|\/\/|^\/__manifest/.test(pathname)) return null;
    const section = sectionOf(named, pathname);
    return { key: section.join('/'), ids: () => idsOf(leaves, section) };
  };
}

interface Leaf {
  /** its own and those of the routes around it */
  readonly ids: readonly string[];
  readonly segments: readonly string[];
}

function leavesOf(routes: Readonly<Record<string, Addressed>>): Leaf[] {
  const around = new Set(Object.values(routes).map(({ parentId }) => parentId));
  return Object.values(routes)
    .filter(({ id }) => !around.has(id))
    .map((leaf) => {
      const lineage = lineageOf(routes, leaf);
      const segments = lineage.flatMap(({ path = '' }) => segmentsOf(path)).slice(0, DEPTH);
      return { ids: lineage.map(({ id }) => id), segments };
    });
}

function lineageOf(routes: Readonly<Record<string, Addressed>>, route: Addressed): Addressed[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent === undefined ? [route] : [...lineageOf(routes, parent), route];
}

const segmentsOf = (path: string) => path.toLowerCase().split('/').filter(Boolean);
const suits = (segment: string, asked: string) => segment === asked || /[:*?]/.test(segment);

/** The address's first segments, `*` for what no route names. */
function sectionOf(named: ReadonlySet<string>, pathname: string): string[] {
  const section: string[] = [];
  for (const segment of segmentsOf(pathname.replace(/\.data$/, '')).slice(0, DEPTH)) {
    section.push(named.has([...section, segment].join('/')) ? segment : '*');
  }
  return section;
}

function idsOf(leaves: readonly Leaf[], section: readonly string[]): ReadonlySet<string> {
  const allowed = leaves.filter(({ segments }) =>
    segments.every((segment, at) => section[at] === undefined || suits(segment, section[at])),
  );
  return new Set(allowed.flatMap(({ ids }) => ids));
}
