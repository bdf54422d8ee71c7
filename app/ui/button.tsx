import { Link } from '@remix-run/react';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

export type ButtonVariant = 'primary' | 'quiet' | 'danger';

interface Look {
  variant?: ButtonVariant;
  /** Fills its column, larger type: the one deed of a screen. */
  wide?: boolean;
}

function lookOf({ variant = 'primary', wide = false }: Look, className: string | undefined): string {
  return classNames('btn', `btn--${variant}`, wide && 'btn--wide', className);
}

/** A button; submits its form unless `type` says otherwise. */
export function Button({
  variant,
  wide,
  className,
  type = 'submit',
  ...rest
}: Look & ComponentPropsWithoutRef<'button'>) {
  return <button type={type} className={lookOf({ variant, wide }, className)} {...rest} />;
}

interface LinkButtonProps extends Look {
  to: string;
  /** A plain document link: for addresses that carry a token, and for other sites. */
  plain?: boolean;
  className?: string;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ to, plain = false, variant, wide, className, children }: LinkButtonProps) {
  const look = lookOf({ variant, wide }, className);
  return plain ? (
    <a href={to} className={look}>
      {children}
    </a>
  ) : (
    <Link to={to} className={look}>
      {children}
    </Link>
  );
}
