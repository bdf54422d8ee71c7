import { Fragment } from 'react';
import { keepHours } from '#app/time/french.ts';

/** "Mardi 24 novembre, 9 h 30 – 11 h": hours stay on one line, unless the line is too short for them. */
export function Moment({ words }: { words: string }) {
  return words.split(', ').map((part, index, parts) => (
    <Fragment key={part}>
      {index > 0 && ' '}
      <span className="inline-block [text-decoration:inherit]">
        {keepHours(part)}
        {index < parts.length - 1 && ','}
      </span>
    </Fragment>
  ));
}
