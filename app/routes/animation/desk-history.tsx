import type { HistoryLine } from '#app/enrollment/session-history.server.ts';

/** Who did what, newest first. */
export function DeskHistory({ lines }: { lines: readonly HistoryLine[] }) {
  if (lines.length === 0) return <p className="text-soft">Rien encore.</p>;
  return (
    <ol className="desk-history">
      {lines.map(({ id, at, words }) => (
        <li key={id}>
          <span className="text-soft">{at}</span>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}
