import { useId } from 'react';

const child =
  'M0 17.4C7 17.4 11 15 17 14.6h12C35 15 39 17.4 46 17.4v4.2C39 21.6 35 20.2 30.6 19.8L35.6 31H28.4L27.6 38H24V31H22V38H18.4L17.6 31H10.4L15.4 19.8C11 20.2 7 21.6 0 21.6Z';
const colours = ['teal', 'atelier', 'formation', 'analyse', 'evenement', 'passerelle', 'reunion'];
const width = 46;

/** One paper child, hands out: the brand's sign and the link of the chain. */
export function PaperChild({ fill, x = 0 }: { fill: string; x?: number }) {
  return (
    <g transform={`translate(${x} 0)`} fill={fill}>
      <circle cx="23" cy="8" r="5.4" />
      <path d={child} />
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
