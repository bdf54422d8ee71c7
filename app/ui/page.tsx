import { Link, NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Brand } from '#app/ui/brand.tsx';
import { LogOut, UserRound } from '#app/ui/icons.tsx';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { Severity } from '#app/ui/tone.ts';

export interface PageLink {
  href: string;
  label: string;
}

export interface PageProps {
  nav: readonly PageLink[];
  /** The person signed in, and where the form that signs her out posts. */
  account: { name: string; signOut: string } | null;
  /** Shown instead of the account's menu when nobody is signed in. */
  signIn: PageLink;
  footer: readonly PageLink[];
  footnote: ReactNode;
  banner?: ReactNode;
  flash?: { severity: Severity; text: string } | null;
  children: ReactNode;
}

/** The shell of every page: skip link, header, banner, flash message, main, footer. */
export function Page({ nav, account, signIn, footer, footnote, banner, flash, children }: PageProps) {
  return (
    <>
      <a className="skip" href="#contenu">
        Aller au contenu
      </a>
      <header className="site-header wrap">
        <div className="site-bar">
          <Brand />
          <nav className={account === null ? 'site-nav' : 'site-nav site-nav--row'} aria-label="Navigation principale">
            {nav.map(({ href, label }) => (
              <NavLink key={href} to={href}>
                {label}
              </NavLink>
            ))}
            {account === null && (
              <NavLink to={signIn.href} className="sign-in">
                {signIn.label}
              </NavLink>
            )}
          </nav>
          {account !== null && <AccountMenu {...account} />}
        </div>
      </header>
      {banner !== undefined && (
        <aside className="demo-banner wrap" aria-label="Démonstration">
          <div>{banner}</div>
        </aside>
      )}
      <main className="page-main" id="contenu" tabIndex={-1}>
        <div role="status">
          {flash && (
            <div className="pt-4">
              <Notice severity={flash.severity}>{flash.text}</Notice>
            </div>
          )}
        </div>
        {children}
      </main>
      <footer className="site-footer wrap">
        <div className="grid gap-2">
          <ul>
            {footer.map(({ href, label }) => (
              <li key={href}>
                <Link to={href}>{label}</Link>
              </li>
            ))}
          </ul>
          <p>{footnote}</p>
        </div>
      </footer>
    </>
  );
}

function AccountMenu({ name, signOut }: { name: string; signOut: string }) {
  return (
    <details className="account">
      <summary>
        <UserRound size={20} />
        <span className="account-name">{name}</span>
      </summary>
      <div className="account-menu">
        <p className="font-bold">{name}</p>
        <form method="post" action={signOut}>
          <Button variant="quiet" className="w-full">
            <LogOut size={18} />
            Se déconnecter
          </Button>
        </form>
      </div>
    </details>
  );
}
