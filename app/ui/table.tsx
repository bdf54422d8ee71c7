import { type ReactNode, useId } from 'react';

interface TableProps {
  caption: ReactNode;
  /** Column heads, in order. */
  columns: readonly string[];
  /** Rows of `<tr>`; a row's first cell is a `<th scope="row">` when it names the row. */
  children: ReactNode;
}

/** A table with its caption; too wide, it scrolls inside its frame, by keyboard too. */
export function Table({ caption, columns, children }: TableProps) {
  const id = `tableau${useId().replaceAll(':', '')}`;
  return (
    <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
