import { NavLink } from '@remix-run/react';

interface SectionNavProps {
  /** Names the landmark. */
  label: string;
  links: readonly { href: string; label: string }[];
  /** The link that is current only on its own page, not on those below it. */
  home: string;
}

/** The pages of one section, under the site's header: one line that scrolls sideways on a phone. */
export function SectionNav({ label, links, home }: SectionNavProps) {
  return (
    <nav className="section-nav full" aria-label={label}>
      {links.map(({ href, label }) => (
        <NavLink key={href} to={href} end={href === home}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
