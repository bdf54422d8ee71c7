import { classNames } from '#app/ui/class-names.ts';

interface FigureNumberProps {
  value: number | string;
  /** Agrees with the value: "places adultes", "place". */
  label: string;
  large?: boolean;
}

/** The big number with its label: "2 places adultes". A zero is quiet. */
export function FigureNumber({ value, label, large = false }: FigureNumberProps) {
  return (
    <span className={classNames('figure', large && 'figure--large', value === 0 && 'figure--none')}>
      <b>{value}</b> {label}
    </span>
  );
}
