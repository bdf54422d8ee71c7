import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import type { Tone } from '#app/ui/tone.ts';

interface CardProps {
  title: ReactNode;
  /** Where the title leads; the whole card is then its target. */
  to?: string;
  /** Colours the card's edge. */
  tone?: Tone;
  /** The left column: a large word and a small one ("9h30", "à 11 h"). */
  aside?: { large: string; small?: string };
  badge?: ReactNode;
  /** Quiet lines under the title. */
  text?: ReactNode;
  /** Figures and states, on one line that wraps. */
  figures?: ReactNode;
  children?: ReactNode;
}

/** One thing of a list: what, where, how many, one link. */
export function Card({ title, to, tone, aside, badge, text, figures, children }: CardProps) {
  return (
    <article className={classNames('card', aside && 'card--aside')} data-tone={tone}>
      {aside && (
        <p className="card-aside">
          <b>{aside.large}</b> {aside.small}
        </p>
      )}
      <div>
        {badge}
        <h3>{to === undefined ? title : <Link to={to}>{title}</Link>}</h3>
        {text !== undefined && <div className="text-soft">{text}</div>}
        {figures !== undefined && <div className="card-figures">{figures}</div>}
        {children}
      </div>
    </article>
  );
}

/** A larger block that stands alone: a form, a summary. */
export function Panel({ children, label, tone }: { children: ReactNode; label?: string; tone?: Tone }) {
  return (
    <section className="panel" aria-label={label} data-tone={tone}>
      {children}
    </section>
  );
}
