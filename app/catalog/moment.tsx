import { Fragment } from 'react';

/** "Mardi 24 novembre, 9 h 30 – 11 h": hours stay on one line. */
export function Moment({ words }: { words: string }) {
  return words.split(', ').map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ', '}
      <span className="whitespace-nowrap">{part}</span>
    </Fragment>
  ));
}
