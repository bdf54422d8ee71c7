import { Link, useLocation } from '@remix-run/react';

/** A page of the menu; `also`: addresses under which it is the current one too. */
export type NavPage = { href: string; label: string; also?: readonly string[] };

/** Pages that go together; its label leads to the first. A page of the same label is not said twice. */
export type NavGroup = { label: string; pages: readonly NavPage[] };

interface SectionNavProps {
  /** Names the landmark. */
  label: string;
  groups: readonly NavGroup[];
  /** The page that is current only at its own address, not at those below it. */
  home: string;
}

/** The pages of one section, under the site's header: its groups, then the pages of the one where one is. */
export function SectionNav({ label, groups, home }: SectionNavProps) {
  const { pathname } = useLocation();
  const here = currentPage(groups, pathname, home);
  const group = groups.find(({ pages }) => pages.some(({ href }) => href === here));
  const within = group?.pages.filter((page) => page.label !== group.label) ?? [];
  return (
    <nav className="section-nav full" aria-label={label}>
      <ul>
        {groups.map((one) => {
          const [first] = one.pages;
          if (first === undefined) return null;
          const isPage = here === first.href && first.label === one.label;
          return (
            <li key={one.label}>
              <Link to={first.href} aria-current={isPage ? 'page' : one === group ? 'true' : undefined}>
                {one.label}
              </Link>
            </li>
          );
        })}
      </ul>
      {within.length > 0 && (
        <ul aria-label={group?.label}>
          {within.map(({ href, label }) => (
            <li key={href}>
              <Link to={href} aria-current={href === here ? 'page' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** The page of the menu under which an address stands: the one that names most of it. */
export function currentPage(groups: readonly NavGroup[], pathname: string, home: string): string | undefined {
  const under = (prefix: string) =>
    pathname === prefix || (prefix !== home && pathname.startsWith(`${prefix}/`)) ? prefix.length : 0;
  const found = groups
    .flatMap(({ pages }) => pages)
    .map(({ href, also = [] }) => ({ href, length: Math.max(...[href, ...also].map(under)) }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length);
  return found[0]?.href;
}
