import { useId } from 'react';
import { PAPER_CHILD } from '#app/ui/paper-child.ts';

const colours = ['teal', 'atelier', 'formation', 'analyse', 'evenement', 'passerelle', 'reunion'];
const { width } = PAPER_CHILD;

/** One paper child, hands out: the brand's sign and the link of the chain. */
export function PaperChild({ fill, x = 0 }: { fill: string; x?: number }) {
  return (
    <g transform={`translate(${x} 0)`} fill={fill}>
      <circle cx="23" cy="8" r="5.4" />
      <path d={PAPER_CHILD.body} />
    </g>
  );
}

/** The paper chain of children, as long as its place is wide. Decoration: hidden from assistive technology. */
export function Chain({ className = '' }: { className?: string }) {
  const id = `chaine${useId().replaceAll(':', '')}`;
  return (
    <svg className={`chain ${className}`} aria-hidden="true" focusable="false">
      <pattern id={id} width={width * colours.length} height="38" patternUnits="userSpaceOnUse">
        {colours.map((colour, index) => (
          <PaperChild key={colour} fill={`var(--${colour})`} x={index * width} />
        ))}
      </pattern>
      <rect width="100%" height="38" fill={`url(#${id})`} />
    </svg>
  );
}
